import { lintRuleBook, parseRuleBook, type Problem, type RuleBook } from '@heng/rules';

/** What is wrong with a document, or worth a look: `problem` keeps it from being a rule book at all. */
export type Finding = Problem & { readonly severity: 'problem' | 'error' | 'warning' | 'advice' };

export type CheckedDocument = {
  /** Null while there are problems. */
  readonly book: RuleBook | null;
  readonly findings: readonly Finding[];
};

/** Reads the document and looks it over, in the browser, just as the server will before it publishes. */
export function checkDocument(document: unknown): CheckedDocument {
  const parsed = parseRuleBook(document);
  return parsed.ok
    ? { book: parsed.book, findings: lintRuleBook(parsed.book) }
    : { book: null, findings: parsed.problems.map((each) => ({ ...each, severity: 'problem' as const })) };
}

/** What has to be mended before the book can be reviewed and published. */
export const blocking = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'problem' || severity === 'error');
