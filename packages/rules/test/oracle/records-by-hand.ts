import type { RecordEntry } from '../../src/format/fact.js';
import type { Score } from '../../src/format/score.js';
import {
  add,
  big,
  divide,
  integer,
  lesser,
  multiply,
  nothing,
  order,
  size,
  total,
  whole,
  type BigFraction,
} from './big-fraction.js';
import { factList } from './reading.js';
import type { Answer, World } from './world.js';

type RecordsWorth = Extract<Score, { method: 'records-worth' }>;
type Worth = { readonly level: string; readonly worth: BigFraction };

/** Worth of a list of records, by RULES.md SC11 and SC15. */
export function recordsByHand(world: World, score: RecordsWorth, unit: number): Answer {
  const entries = factList<RecordEntry>(world, score.fact, unit, 'this');
  if (typeof entries === 'string') return entries;
  const { period } = score;
  if (period !== undefined && entries.some(({ date }) => date === undefined)) return 'missing';
  const before = world.lastYear(unit) === null ? [] : factList<RecordEntry>(world, score.fact, unit, 'last');
  const counting = entries.filter(({ date, matter, title }) => {
    const inPeriod = period === undefined || (date !== undefined && period.from <= date && date <= period.to);
    const stoodBefore =
      score.notBefore === 'previous' &&
      typeof before !== 'string' &&
      before.some((other) => (other.matter ?? other.title) === (matter ?? title));
    return inPeriod && !stoodBefore;
  });

  const names = [...new Set(counting.map(({ matter }) => matter))].filter((name) => name !== undefined);
  const matters = [
    ...counting.filter(({ matter }) => matter === undefined).map((entry) => [entry]),
    ...names.map((name) => counting.filter(({ matter }) => matter === name)),
  ].map((matter) => worthOfMatter(matter, score));
  let sum = nothing;
  const left = [...matters];
  for (let n = 0; n < (score.bestMatters ?? matters.length) && left.length > 0; n += 1) {
    const best = left.reduce((a, b) => (order(size(b), size(a)) > 0 ? b : a));
    left.splice(left.indexOf(best), 1);
    sum = add(sum, best);
  }
  return sum;
}

function worthOfMatter(entries: readonly RecordEntry[], score: RecordsWorth): BigFraction {
  const all: Worth[] = entries.map((entry) => ({ level: entry.level, worth: worthOfEntry(entry, score) }));
  const highest = (of: readonly Worth[]): BigFraction =>
    of.map(({ worth }) => worth).reduce((a, b) => (order(size(b), size(a)) > 0 ? b : a), nothing);
  const top = highest(all);
  switch (score.sameMatter) {
    case 'all':
      return total(all.map(({ worth }) => worth));
    case 'highest':
      return top;
    case 'diminishing': {
      const rest = add(total(all.map(({ worth }) => worth)), multiply(top, integer(-1)));
      return add(top, multiply(rest, big(score.othersCoefficient ?? '0')));
    }
    case 'two-highest': {
      const levels = [...new Set(all.map(({ level }) => level))];
      const bestOfLevels = levels.map((level) => highest(all.filter((one) => one.level === level)));
      bestOfLevels.splice(
        bestOfLevels.findIndex((worth) => order(worth, top) === 0),
        1,
      );
      return add(
        top,
        bestOfLevels.reduce((a, b) => (order(size(b), size(a)) > 0 ? b : a), nothing),
      );
    }
  }
}

function worthOfEntry(entry: RecordEntry, score: RecordsWorth): BigFraction {
  const own = score.worth.find(
    ({ level, genre }) => level === entry.level && genre !== undefined && genre === entry.genre,
  );
  const ofLevel = score.worth.find(({ level, genre }) => level === entry.level && genre === undefined);
  const coefficient = score.genres?.find(({ genre }) => genre === entry.genre)?.coefficient ?? '1';
  const row = own ? big(own.points) : multiply(big(ofLevel?.points ?? '0'), big(coefficient));
  const claimed = score.amount === undefined ? whole : big(entry.amount ?? '1');
  const counted = score.amount?.most === undefined ? claimed : lesser(claimed, big(score.amount.most));
  return multiply(multiply(row, counted), shareOf(entry, score.split));
}

/** The unit's share of a joint work; who does not say is alone, or the first. */
function shareOf({ authors, position }: RecordEntry, split: RecordsWorth['split']): BigFraction {
  const [among, place] = [authors ?? 1, position ?? 1];
  if (split === undefined) return whole;
  if (split.by === 'first') return place === 1 ? whole : nothing;
  const listed = split.by === 'listed' ? split.shares.find((shares) => shares.length === among) : undefined;
  return listed === undefined ? divide(whole, integer(among)) : big(listed[place - 1] ?? '0');
}
