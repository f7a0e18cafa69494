import type { Fact } from '@heng/rules';

export type Candidate = {
  readonly fact: Fact;
  /** `same`: titles are equal but for signs and spaces; `similar`: most of their letters are. */
  readonly likeness: 'same' | 'similar' | 'none';
  /** Set where the two are counted in different units. */
  readonly unitDiffers: boolean;
};

/** The facts of last year's book that could stand for a fact of the draft: of the same kind, the likeliest first. */
export function candidatesFor(wanted: Fact, known: readonly Fact[]): Candidate[] {
  return known
    .filter(({ kind }) => kind === wanted.kind)
    .map((fact) => ({ fact, share: likeness(wanted.title.zh, fact.title.zh) }))
    .sort((a, b) => b.share - a.share)
    .map(({ fact, share }) => ({
      fact,
      likeness: share === 1 ? 'same' : share >= 0.6 ? 'similar' : 'none',
      unitDiffers: unitOf(wanted) !== unitOf(fact),
    }));
}

/** The one that may be taken without looking further: the same title and unit, and no other like it. */
export function sureCandidate(candidates: readonly Candidate[]): Candidate | null {
  const same = candidates.filter((each) => each.likeness === 'same' && !each.unitDiffers);
  return same.length === 1 ? (same[0] ?? null) : null;
}

const unitOf = (fact: Fact): string => (fact.kind === 'number' ? fact.unit.zh : '');

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** The share of pairs of neighbouring letters that two titles have in common: a measure for sorting, no figure of the assessment. */
function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return 1;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return pairs.size + others.size === 0 ? 0 : Math.min(0.99, (2 * common) / (pairs.size + others.size));
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
