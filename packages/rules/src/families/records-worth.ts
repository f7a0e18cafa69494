import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational, sum } from '../exact/rational.js';
import type { RecordEntry } from '../format/fact.js';
import { get, type Family } from './family.js';
import { DecimalText, Id } from '../format/primitives.js';

/**
 * 表彰、推广、信息采用、通报(M32 M33 M34 M36): each entry of a records fact is worth its level's points × its genre's coefficient; worth may be negative.
 * `sameMatter` says what entries about one matter count: all, the highest, the two highest levels, or highest in full and the rest × `othersCoefficient`.
 */
export const RecordsWorth = z.strictObject({
  method: z.literal('records-worth'),
  fact: Id,
  worth: z.array(z.strictObject({ level: Id, points: DecimalText })).min(1),
  genres: z.array(z.strictObject({ genre: Id, coefficient: DecimalText })).optional(),
  sameMatter: z.enum(['all', 'highest', 'two-highest', 'diminishing']),
  othersCoefficient: DecimalText.optional(),
  /** Count at most this many matters (限 n 项), the best ones. */
  bestMatters: z.number().int().min(1).optional(),
});
export type RecordsWorth = z.infer<typeof RecordsWorth>;

type Counted = { readonly entry: RecordEntry; readonly worth: Rational; readonly counted: Rational };

export const recordsWorth: Family<RecordsWorth> = {
  score(parameters, { facts }) {
    const records = facts.records(parameters.fact);
    if (records.kind !== 'value') return records;
    const counted = countMatters(records.value, parameters);
    const earned = sum(counted.map((item) => item.counted));
    return points(earned, {
      entries: counted.map(({ counted: each }) => each.toText()).join(','),
      levels: counted.map(({ entry }) => entry.level).join(','),
      count: String(records.value.length),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, number, option }) {
    const total = number(get(data, 'points'));
    if (get(data, 'count') === '0') return say('没有记录，得 0 分', 'no entries: 0 points');
    const levels = get(data, 'levels').split(',');
    const parts = get(data, 'entries')
      .split(',')
      .map((each, index) => `${option(parameters.fact, levels[index] ?? '')} ${number(each)}`);
    return say(`${parts.join(' + ')} = ${total} 分`, `${parts.join(' + ')} = ${total} points`);
  },

  clause(parameters, { say, option }) {
    const levels = parameters.worth
      .map(({ level, points: each }) =>
        say(`${option(parameters.fact, level)} ${each} 分`, `${option(parameters.fact, level)} ${each}`),
      )
      .join(say('、', ', '));
    const same = {
      all: '',
      highest: say('，同一事项取最高', ', the highest of one matter'),
      'two-highest': say('，同一事项取最高两层', ', the two highest levels of one matter'),
      diminishing: say(
        `，同一事项最高全额、其余按 ${parameters.othersCoefficient ?? '0'} 计`,
        `, of one matter the highest in full and the rest × ${parameters.othersCoefficient ?? '0'}`,
      ),
    }[parameters.sameMatter];
    const most =
      parameters.bestMatters === undefined
        ? ''
        : say(`，最多计 ${parameters.bestMatters} 项`, `, at most ${parameters.bestMatters} matters`);
    return say(`按层级每项：${levels}${same}${most}`, `for each entry by level: ${levels}${same}${most}`);
  },
};

function countMatters(entries: readonly RecordEntry[], parameters: RecordsWorth): Counted[] {
  const levels = new Map(parameters.worth.map(({ level, points: each }) => [level, Rational.parse(each)]));
  const genres = new Map(
    (parameters.genres ?? []).map(({ genre, coefficient }) => [genre, Rational.parse(coefficient)]),
  );
  const matters = new Map<string, { entry: RecordEntry; worth: Rational }[]>();
  entries.forEach((entry, index) => {
    const level = levels.get(entry.level) ?? Rational.zero;
    const genre = entry.genre === undefined ? Rational.one : (genres.get(entry.genre) ?? Rational.one);
    // Two prefixes, so that no matter's name can be mistaken for an entry without one.
    const key = entry.matter === undefined ? `entry ${index}` : `matter ${entry.matter}`;
    matters.set(key, [...(matters.get(key) ?? []), { entry, worth: level.times(genre) }]);
  });
  const settled = [...matters.values()].map((matter) => settleMatter(matter, parameters));
  const best = settled
    .map((items) => ({ items, total: sum(items.map(({ counted }) => counted)) }))
    .sort((a, b) => b.total.magnitude().compare(a.total.magnitude()));
  return best.slice(0, parameters.bestMatters ?? best.length).flatMap(({ items }) => items);
}

/** Which entries about one matter count, and how much. */
function settleMatter(
  matter: readonly { entry: RecordEntry; worth: Rational }[],
  parameters: RecordsWorth,
): Counted[] {
  const byWorth = [...matter].sort((a, b) => b.worth.magnitude().compare(a.worth.magnitude()));
  const full = byWorth.map((item) => ({ ...item, counted: item.worth }));
  switch (parameters.sameMatter) {
    case 'all':
      return full;
    case 'highest':
      return full.slice(0, 1);
    case 'two-highest': {
      const first = full[0];
      const second = full.find((item) => item.entry.level !== first?.entry.level);
      return [first, second].flatMap((item) => (item === undefined ? [] : [item]));
    }
    case 'diminishing': {
      const others = Rational.parse(parameters.othersCoefficient ?? '0');
      return full.map((item, index) => (index === 0 ? item : { ...item, counted: item.worth.times(others) }));
    }
  }
}
