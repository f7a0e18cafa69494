import { RuleBook, FactValue, type Fact, type Text } from '@heng/rules';
type P = { code: string; path: string; severity: 'error' | 'warning' | 'advice'; message: Text; fix: Text };
export function parseRuleBook(json: unknown): { ok: true; book: RuleBook } | { ok: false; problems: P[] } {
  const r = RuleBook.safeParse(json);
  if (r.success) return { ok: true, book: r.data };
  return {
    ok: false,
    problems: r.error.issues.map((i) => ({
      code: 'X',
      severity: 'error',
      path: '/' + i.path.join('/'),
      message: { zh: i.message, en: i.message },
      fix: { zh: '改', en: 'fix' },
    })),
  };
}
export function lintRuleBook(_book: RuleBook): P[] {
  return [];
}
export function checkFactValue(fact: Fact, value: FactValue, other: FactValue | null): P[] {
  const bad = (code: string): P[] => [
    {
      code,
      severity: 'error',
      path: fact.id,
      message: { zh: '数不对', en: 'bad value' },
      fix: { zh: '改', en: 'fix' },
    },
  ];
  if (fact.kind === 'number' || fact.kind === 'percent') {
    if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,10})?$/.test(value)) return bad('NOT_A_NUMBER');
    if (typeof other === 'string' && BigInt(value.split('.')[0] ?? '0') > BigInt(other.split('.')[0] ?? '0'))
      return bad('MORE_THAN');
  }
  return [];
}
