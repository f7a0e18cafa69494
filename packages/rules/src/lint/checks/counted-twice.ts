import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { partsOf } from '../../parse/inner-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';

/** One fact that earns or costs points in several indicators: the same deed is rewarded or punished twice. */
export function countedTwice(book: RuleBook): LintFinding[] {
  const users = new Map<string, PlacedIndicator[]>();
  for (const placed of indicatorsOf(book)) {
    // What is only derived is in no total and rewards nobody by itself.
    if (placed.role === 'derived') continue;
    for (const fact of countedFacts(placed)) users.set(fact, [...(users.get(fact) ?? []), placed]);
  }
  return book.facts.flatMap((fact, index) => {
    const by = users.get(fact.id) ?? [];
    if (by.length < 2) return [];
    const { zh, en } = named(fact);
    const [zhList, enList] = [
      by.map(({ indicator }) => named(indicator).zh).join('、'),
      by.map(({ indicator }) => named(indicator).en).join(', '),
    ];
    return [
      finding(
        'advice',
        'COUNTED_TWICE',
        `/facts/${index}`,
        [
          `${zh}在 ${by.length} 个指标里计分：${zhList}，同一件事算了 ${by.length} 次。`,
          `${en} counts in ${by.length} indicators: ${enList}. The same thing counts ${by.length} times.`,
        ],
        ['若非有意，请只留一个指标计分。', 'Unless it is intended, let only one of them count it.'],
      ),
    ];
  });
}

/** Facts whose growth changes the points: not denominators, targets, origins or conditions, which only set the scale. */
function countedFacts({ indicator: { measure, score } }: PlacedIndicator): ReadonlySet<string> {
  const facts = new Set(countedIn(measure));
  if (score.method === 'checklist') score.items.forEach(({ fact }) => facts.add(fact));
  if (score.method === 'choice' || score.method === 'records-worth') facts.add(score.fact);
  if (score.method === 'tally')
    score.terms.flatMap(({ of }) => countedIn(of)).forEach((fact) => facts.add(fact));
  return facts;
}

function countedIn(measure: Measure): string[] {
  switch (measure.kind) {
    case 'difference':
    case 'ratio':
      return countedIn(measure.of[0]);
    case 'sample-rate':
      return countedIn(measure.positive);
    // A figure of the cohort is a yardstick: the unit's own part in it is not what is rewarded.
    case 'cohort':
    case 'previous':
      return [];
    default: {
      const inside = partsOf({ measure, path: '' }).flatMap((part) => countedIn(part.measure));
      return 'fact' in measure ? [measure.fact, ...inside] : inside;
    }
  }
}
