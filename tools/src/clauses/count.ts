import { familyOf, type Comparison, type Verdict } from '@heng/clauses';

export const verdicts: readonly Verdict[] = ['exact', 'partial', 'asked', 'wrong'];

/** How many, of how many, and the share in percent with one decimal, cut and not rounded up. */
export function countOf(compared: readonly Comparison[], verdict: Verdict) {
  const count = compared.filter((comparison) => comparison.verdict === verdict).length;
  const of = compared.length;
  const tenths = of === 0 ? 0 : Math.floor((count * 1000) / of);
  return { count, of, share: `${Math.floor(tenths / 10)}.${tenths % 10}` };
}

/** The same by the family of a clause's first method; what scores nothing is a family of its own. */
export function familyCounts(compared: readonly Comparison[]) {
  const families = new Map<string, Comparison[]>();
  for (const comparison of compared) {
    const [first] = comparison.clause.methods;
    const family = first === undefined ? 'none' : familyOf(first);
    families.set(family, [...(families.get(family) ?? []), comparison]);
  }
  return [...families].sort(byName).map(([family, own]) => {
    const numbers = verdicts.map((verdict) => `${verdict} ${countOf(own, verdict).count}`);
    return { family, text: `${numbers.join('  ')}  of ${own.length}` };
  });
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;
