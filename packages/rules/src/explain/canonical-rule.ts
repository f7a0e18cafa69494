import { Rational } from '../exact/rational.js';
import type { Band } from '../format/band.js';
import type { Condition } from '../format/condition.js';
import type { Finish, Indicator, NotApplicable } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Rounding, Text } from '../format/primitives.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import type { Score } from '../format/score.js';

/** What a clause says of an indicator: all that its points depend on. */
export type CanonicalRule = Pick<Indicator, 'points' | 'measure' | 'score' | 'missing'> & {
  readonly finish?: Finish;
  readonly notApplicable?: NotApplicable;
};

/** What an indicator's defaults depend on. */
export type RuleSurroundings = {
  readonly role: Section['role'];
  /** The book's rounding of indicators. */
  readonly rounding: Rounding | null;
  /** The English of words that are free in a rule, for comparing rules by their Chinese. Absent: as the rule has it. */
  readonly english?: (chinese: string) => string;
};

/**
 * The one form among all that say the same: defaults left out, decimals without trailing zeros, parameters that a method does not
 * look at dropped, one-part sums and conditions as their part. Two rules with one canonical form score alike; what a clause cannot tell
 * apart has one canonical form.
 */
export function canonicalRule(
  { points, measure, score, finish, notApplicable, missing }: CanonicalRule | Indicator,
  surroundings: RuleSurroundings,
): CanonicalRule {
  const full = decimal(points);
  const text = (own: Text): Text =>
    surroundings.english === undefined ? own : { zh: own.zh, en: surroundings.english(own.zh) };
  const last = canonicalFinish(finish ?? {}, full, surroundings, text);
  return {
    points: full,
    measure: canonicalMeasure(measure),
    score: canonicalScore(score, full, text),
    ...(Object.keys(last).length > 0 ? { finish: last } : {}),
    ...(notApplicable ? { notApplicable: canonicalPolicy(notApplicable) } : {}),
    missing,
  };
}

/** The English that a book has for its Chinese titles and phrases; the first of several. */
export function translationsOf(texts: readonly Text[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { zh, en } of texts) if (!known.has(zh)) known.set(zh, en);
  return known;
}

/** The free phrases of a rule: titles of items, terms and bands, and reasons of exceptions. */
export function phrasesOf({ score, finish }: Pick<Indicator, 'score' | 'finish'>): Text[] {
  const because = finish?.exceptions?.map((exception) => exception.because) ?? [];
  switch (score.method) {
    case 'checklist':
      return [...score.items.map(({ title }) => title), ...because];
    case 'tally':
      return [...score.terms.map(({ title }) => title), ...because];
    case 'tiers':
      return [...score.bands.flatMap(({ title }) => title ?? []), ...because];
    default:
      return because;
  }
}

/** Floor and cap of an indicator that states none (RULES.md FI1). */
export const defaultBounds = (role: Section['role'], points: string): { floor: string; cap: string } =>
  role === 'deduction'
    ? { floor: Rational.parse(points).negate().toText(), cap: '0' }
    : { floor: '0', cap: decimal(points) };

/** The role of the section that holds an indicator; base for one that is in no section yet. */
export function roleOf(indicator: Indicator, book: RuleBook): Section['role'] {
  const find = (sections: readonly Section[]): Section['role'] | null => {
    for (const section of sections) {
      if (section.indicators?.some(({ id }) => id === indicator.id) === true) return section.role;
      const below = find(section.sections ?? []);
      if (below !== null) return below;
    }
    return null;
  };
  return find(book.sections) ?? 'base';
}

const decimal = (value: string): string => Rational.parse(value).toText();

const equal = (a: string, b: string): boolean => Rational.parse(a).equals(Rational.parse(b));

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  // A computed key of a known name; TypeScript widens it to string.
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

function canonicalFinish(
  { exceptions = [], linkedCap, floor, cap, rounding }: Finish,
  points: string,
  { role, rounding: usual }: RuleSurroundings,
  text: (own: Text) => Text,
): Finish {
  const bounds = defaultBounds(role, points);
  const own = rounding && canonicalRounding(rounding);
  const isUsual = usual !== null && JSON.stringify(canonicalRounding(usual)) === JSON.stringify(own);
  return {
    ...(exceptions.length > 0
      ? {
          exceptions: exceptions.map(({ when, points: worth, because }) => ({
            when: canonicalCondition(when),
            points: worth === 'full' ? worth : decimal(worth),
            because: text(because),
          })),
        }
      : {}),
    ...given('linkedCap', linkedCap),
    ...(floor === undefined || equal(floor, bounds.floor) ? {} : { floor: decimal(floor) }),
    ...(cap === undefined || equal(cap, bounds.cap) ? {} : { cap: decimal(cap) }),
    ...(own === undefined || isUsual ? {} : { rounding: own }),
  };
}

export const canonicalRounding = (rounding: Rounding): Rounding =>
  'step' in rounding
    ? { mode: rounding.mode, step: decimal(rounding.step) }
    : { mode: rounding.mode, digits: rounding.digits };

function canonicalPolicy({ policy, points, when }: NotApplicable): NotApplicable {
  const fixed = policy === 'fixed' ? decimal(points ?? '0') : undefined;
  return {
    ...(fixed === undefined || fixed === '0'
      ? { policy: fixed === '0' ? 'zero' : policy }
      : { policy, points: fixed }),
    ...(when ? { when: canonicalCondition(when) } : {}),
  };
}

/** A condition in the one form that a clause can say. */
export function canonicalCondition(condition: Condition): Condition {
  switch (condition.kind) {
    case 'is-true':
    case 'is-option':
      return condition;
    case 'compare': {
      const { left, comparison, right } = condition;
      return { kind: 'compare', left: canonicalMeasure(left), comparison, right: canonicalOperand(right) };
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map(canonicalCondition);
      return parts.length === 1 && parts[0] ? parts[0] : { kind: condition.kind, of: parts };
    }
    case 'not':
      return { kind: 'not', of: canonicalCondition(condition.of) };
  }
}

/** A number of the book, or a measure that is more than a number. */
function canonicalOperand(operand: string | Measure): string | Measure {
  if (typeof operand === 'string') return decimal(operand);
  const measure = canonicalMeasure(operand);
  return measure.kind === 'constant' ? measure.value : measure;
}

/** A measure in the one form that a clause can say. */
export function canonicalMeasure(measure: Measure): Measure {
  const all = (parts: readonly Measure[]) => parts.map(canonicalMeasure);
  switch (measure.kind) {
    case 'constant':
      return { kind: 'constant', value: decimal(measure.value) };
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least': {
      const parts = all(measure.of);
      return parts.length === 1 && parts[0] ? parts[0] : { kind: measure.kind, of: parts };
    }
    case 'difference': {
      const [from, less] = measure.of;
      return { kind: 'difference', of: [canonicalMeasure(from), canonicalMeasure(less)] };
    }
    case 'ratio': {
      const [part, whole] = [canonicalMeasure(measure.of[0]), canonicalMeasure(measure.of[1])];
      // A denominator that is a number other than zero is never zero.
      const isNever = whole.kind === 'constant' && !Rational.parse(whole.value).isZero();
      const { whenZero } = measure;
      const zero = typeof whenZero === 'object' ? { value: decimal(whenZero.value) } : whenZero;
      return { kind: 'ratio', of: [part, whole], whenZero: isNever ? 'cannot-compute' : zero };
    }
    case 'sample-rate':
      return {
        kind: 'sample-rate',
        positive: canonicalMeasure(measure.positive),
        sample: canonicalMeasure(measure.sample),
        minimumSample: decimal(measure.minimumSample),
      };
    case 'previous':
      return { kind: 'previous', of: canonicalMeasure(measure.of) };
    case 'count':
      return {
        kind: 'count',
        fact: measure.fact,
        ...given('levels', measure.levels),
        ...given('genres', measure.genres),
      };
    case 'panel-mean': {
      const { drop, sumFor, withoutSelf } = measure;
      return {
        kind: 'panel-mean',
        fact: measure.fact,
        ...(drop === undefined || (drop.high === 0 && drop.low === 0) ? {} : { drop }),
        minimumJudges: measure.minimumJudges,
        ...given('sumFor', sumFor),
        ...(withoutSelf === true ? { withoutSelf } : {}),
      };
    }
    case 'vote-mean':
      return {
        ...measure,
        worth: measure.worth.map(({ option, points }) => ({ option, points: decimal(points) })),
      };
    case 'rater-mean':
      return {
        ...measure,
        weights: measure.weights.map(({ group, weight }) => ({ group, weight: decimal(weight) })),
      };
    case 'rounded':
      return {
        kind: 'rounded',
        of: canonicalMeasure(measure.of),
        rounding: canonicalRounding(measure.rounding),
      };
    case 'logarithm':
      return { ...measure, of: canonicalMeasure(measure.of) };
    case 'root':
      return { ...measure, of: canonicalMeasure(measure.of) };
    case 'power':
      return { kind: 'power', of: canonicalMeasure(measure.of), exponent: decimal(measure.exponent) };
    case 'exponential':
      return { kind: 'exponential', of: canonicalMeasure(measure.of) };
    case 'banded':
      return {
        kind: 'banded',
        of: canonicalMeasure(measure.of),
        bands: measure.bands.map((band) => ({ ...canonicalBand(band), value: decimal(band.value) })),
      };
    case 'mean': {
      const weights = measure.of.map(({ weight }) => decimal(weight));
      const isPlain = weights.every((weight) => weight === weights[0]);
      return {
        kind: 'mean',
        form: measure.form,
        of: measure.of.map((part, index) => ({
          measure: canonicalMeasure(part.measure),
          weight: isPlain ? '1' : (weights[index] ?? '1'),
        })),
        absent: measure.absent,
        ...given('minimum', measure.minimum),
      };
    }
    case 'selected': {
      const { keep, take, absent, minimum } = measure;
      return { kind: 'selected', of: all(measure.of), keep, take, absent, ...given('minimum', minimum) };
    }
    case 'first-known':
      return { kind: 'first-known', of: all(measure.of) };
    case 'cohort': {
      const { take, share, among } = measure;
      return {
        kind: 'cohort',
        of: canonicalMeasure(measure.of),
        take,
        ...(take === 'percentile' ? { share: decimal(share ?? '0') } : {}),
        ...given('among', among),
      };
    }
    case 'place': {
      const { better, among } = measure;
      return { kind: 'place', of: canonicalMeasure(measure.of), better, ...given('among', among) };
    }
    default:
      return measure;
  }
}

/** Bounds without the defaults of who they belong to (RULES.md SC7). */
function canonicalBand({ from, fromIncluded, to, toIncluded }: Band): Band {
  return {
    ...(from === undefined
      ? {}
      : { from: decimal(from), ...(fromIncluded === false ? { fromIncluded } : {}) }),
    ...(to === undefined ? {} : { to: decimal(to), ...(toIncluded === true ? { toIncluded } : {}) }),
  };
}

function canonicalScore(score: Score, full: string, text: (own: Text) => Text): Score {
  switch (score.method) {
    case 'proportion':
      return {
        method: 'proportion',
        target: canonicalOperand(score.target),
        capShare: score.capShare === null ? null : decimal(score.capShare),
        ...(score.minimumShare === undefined ? {} : { minimumShare: decimal(score.minimumShare) }),
      };
    case 'inverse':
      return score.form === 'complement'
        ? { method: 'inverse', form: 'complement' }
        : { method: 'inverse', form: score.form, target: canonicalOperand(score.target ?? '0') };
    case 'threshold': {
      const { comparison, at, metPoints, unmetPoints } = score;
      return {
        method: 'threshold',
        comparison,
        at: canonicalOperand(at),
        ...(metPoints === undefined || equal(metPoints, full) ? {} : { metPoints: decimal(metPoints) }),
        ...(unmetPoints === undefined || equal(unmetPoints, '0')
          ? {}
          : { unmetPoints: decimal(unmetPoints) }),
      };
    }
    case 'checklist':
      return {
        method: 'checklist',
        items: score.items.map(({ fact, title, points }) => ({
          fact,
          title: text(title),
          points: decimal(points),
        })),
      };
    case 'linear':
      return {
        method: 'linear',
        intercept: decimal(score.intercept),
        slope: decimal(score.slope),
        low: decimal(score.low),
        high: decimal(score.high),
      };
    case 'steps': {
      const side = (own: typeof score.above) =>
        own && {
          points: decimal(own.points),
          per: decimal(own.per),
          partial: own.partial,
          ...(own.limit === undefined ? {} : { limit: decimal(own.limit) }),
        };
      const origin = canonicalOperand(score.origin);
      const sides = { ...given('above', side(score.above)), ...given('below', side(score.below)) };
      const base = decimal(score.base);
      if (Object.keys(sides).length > 0) return { method: 'steps', base, origin, ...sides };
      // Without a side only an origin that may be missing matters.
      return typeof origin === 'string'
        ? { method: 'steps', base, origin: '0' }
        : { method: 'steps', base, origin, above: { points: '0', per: '1', partial: 'proportional' } };
    }
    case 'tally':
      return {
        method: 'tally',
        base: decimal(score.base),
        terms: score.terms.map(({ title, of, points }) => ({
          title: text(title),
          of: canonicalMeasure(of),
          points: decimal(points),
        })),
      };
    case 'tiers':
      return canonicalTiers(score, full, text);
    case 'choice':
      return {
        method: 'choice',
        fact: score.fact,
        worth: score.worth.map(({ option, points }) => ({ option, points: decimal(points) })),
      };
    case 'records-worth':
      return canonicalRecords(score);
    case 'relative': {
      const { to, better, low, high, deduct } = score;
      if (to === 'best') return { method: 'relative', to, better };
      if (to === 'beyond-mean') return { method: 'relative', to, better, deduct: decimal(deduct ?? '0') };
      return {
        method: 'relative',
        to,
        better,
        ...(low === undefined ? {} : { low: decimal(low) }),
        ...(high === undefined ? {} : { high: decimal(high) }),
      };
    }
    case 'efficacy': {
      const bound = (own: typeof score.low) => (own === 'cohort' ? own : canonicalOperand(own));
      return {
        method: 'efficacy',
        c: decimal(score.c),
        d: decimal(score.d),
        better: score.better,
        low: bound(score.low),
        high: bound(score.high),
        whenEqual: decimal(score.whenEqual),
      };
    }
    case 'ranked':
      return canonicalRanked(score);
    case 'judged':
      return { method: 'judged', reasonRequired: score.reasonRequired };
  }
}

function canonicalTiers(
  { form, bands }: Extract<Score, { method: 'tiers' }>,
  full: string,
  text: (own: Text) => Text,
): Score {
  const worth = (band: (typeof bands)[number]) =>
    band.points === undefined
      ? Rational.parse(full)
          .times(Rational.parse(band.share ?? '0'))
          .toText()
      : decimal(band.points);
  const isSloped = bands.some((band, at) => band.from !== undefined && bands[at + 1]?.from !== undefined);
  return {
    method: 'tiers',
    form: form === 'interpolate' && !isSloped ? 'step' : form,
    bands: bands.map((band, at) => {
      const next = bands[at + 1];
      // Where a band has no end it goes up to the next one; band by band it is paid without an end.
      const ended =
        form !== 'marginal' && band.to === undefined && next?.from !== undefined
          ? { ...band, to: next.from, toIncluded: next.fromIncluded === false }
          : band;
      return {
        ...canonicalBand(ended),
        ...(band.title ? { title: text(band.title) } : {}),
        ...(form === 'marginal' ? { rate: decimal(band.rate ?? '0') } : { points: worth(band) }),
      };
    }),
  };
}

function canonicalRecords(score: Extract<Score, { method: 'records-worth' }>): Score {
  const { fact, worth, genres = [], amount, split, sameMatter, othersCoefficient } = score;
  const { bestMatters, period, notBefore } = score;
  return {
    method: 'records-worth',
    fact,
    worth: worth.map(({ level, genre, points }) => ({
      level,
      ...given('genre', genre),
      points: decimal(points),
    })),
    ...(genres.length > 0
      ? { genres: genres.map(({ genre, coefficient }) => ({ genre, coefficient: decimal(coefficient) })) }
      : {}),
    ...(amount ? { amount: amount.most === undefined ? {} : { most: decimal(amount.most) } } : {}),
    ...(split
      ? {
          split:
            split.by === 'listed'
              ? { by: 'listed' as const, shares: split.shares.map((shares) => shares.map(decimal)) }
              : split,
        }
      : {}),
    sameMatter,
    ...(sameMatter === 'diminishing' ? { othersCoefficient: decimal(othersCoefficient ?? '0') } : {}),
    ...given('bestMatters', bestMatters),
    ...given('period', period),
    ...given('notBefore', notBefore),
  };
}

function canonicalRanked(score: Extract<Score, { method: 'ranked' }>): Score {
  switch (score.form) {
    case 'table':
      return { ...score, points: score.points.map(decimal), beyond: decimal(score.beyond) };
    case 'step':
      return { ...score, points: decimal(score.points) };
    case 'percent':
      return { ...score, share: decimal(score.share) };
    case 'tier':
      return {
        ...score,
        tiers: score.tiers.map(({ upTo, share }) => ({
          upTo: upTo.includes('/') ? upTo : decimal(upTo),
          share: decimal(share),
        })),
      };
  }
}
