import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';

/** What a unit declares about itself without proof and without a word on how it is checked. */
export function evidenceAbsent(book: RuleBook): LintFinding[] {
  return book.facts.flatMap((fact, index) => {
    if (fact.source !== 'declared' || fact.evidence !== undefined || fact.definition !== undefined) return [];
    const { zh, en } = named(fact);
    return [
      finding(
        'advice',
        'EVIDENCE_ABSENT',
        `/facts/${index}`,
        [
          `${zh}由单位自己申报，没有写明凭据，也没有写明口径和核实办法。`,
          `${en} is declared by the unit itself; neither evidence nor a definition says how it is checked.`,
        ],
        [
          '请写明 evidence（要什么凭据）或 definition（口径、怎样核实）。',
          'State the evidence asked for, or a definition that says how it is verified.',
        ],
      ),
    ];
  });
}
