import type { Fact, Indicator } from '@heng/rules';

type Part = Readonly<Record<string, unknown>>;

/** Members that mean something only beside a certain choice; `first`: what they begin with where they are needed then. */
const dependent: Readonly<
  Record<string, { readonly by: string; readonly of: readonly unknown[]; readonly first: string | null }>
> = {
  'inverse/target': { by: 'form', of: ['target-over-actual', 'excess-share'], first: '1' },
  'relative/low': { by: 'to', of: ['mean'], first: null },
  'relative/high': { by: 'to', of: ['mean'], first: null },
  'relative/deduct': { by: 'to', of: ['beyond-mean'], first: '1' },
  'measure/cohort/share': { by: 'take', of: ['percentile'], first: '0.5' },
  'records-worth/othersCoefficient': { by: 'sameMatter', of: ['diminishing'], first: '0.5' },
  'notApplicable/points': { by: 'policy', of: ['fixed'], first: '0' },
};

/** Whether a member that may be left out is worth showing. What is written down already always is. */
export function isShown(
  place: string,
  key: string,
  part: Part,
  { indicator: { score }, fact }: { readonly indicator: Indicator; readonly fact: Fact | null },
): boolean {
  if (part[key] !== undefined) return true;
  if (key === 'genre' || key === 'genres') return fact?.kind === 'records' && (fact.genres ?? []).length > 0;
  const rule = dependent[`${place}/${key}`];
  if (rule !== undefined) return rule.of.includes(part[rule.by]);
  if (key === 'fromIncluded') return part['from'] !== undefined;
  if (key === 'toIncluded') return part['to'] !== undefined;
  if (place !== 'tiers/bands') return true;
  const isMarginal = score.method === 'tiers' && score.form === 'marginal';
  if (key === 'rate') return isMarginal;
  if (key === 'points') return !isMarginal && part['share'] === undefined;
  return key === 'share' ? !isMarginal && part['points'] === undefined : true;
}

/** The part after one of its choices changed: what the choice does not use goes, what it needs comes. */
export function settled(place: string, part: Part): Part {
  const next: Record<string, unknown> = { ...part };
  for (const [path, { by, of, first }] of Object.entries(dependent)) {
    const key = path.slice(place.length + 1);
    if (path !== `${place}/${key}` || key.includes('/')) continue;
    const applies = of.includes(part[by]);
    if (!applies) delete next[key];
    else if (first !== null) next[key] ??= first;
  }
  if (place === 'tiers' && Array.isArray(part['bands']))
    next['bands'] = part['bands'].map((band: Part) => paidBy(band, part['form'] === 'marginal'));
  return next;
}

/** A band that says what its form of bands pays by. */
function paidBy(band: Part, isMarginal: boolean): Part {
  const { points, share, rate, ...edges } = band;
  if (isMarginal) return { ...edges, rate: rate ?? '0' };
  return share === undefined ? { ...edges, points: points ?? '0' } : { ...edges, share };
}
