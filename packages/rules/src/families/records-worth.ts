import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational, sum } from '../exact/rational.js';
import type { RecordEntry } from '../format/fact.js';
import type { FactReader } from '../engine/fact-reader.js';
import { noNumber } from '../engine/value.js';
import { get, type ClauseSpeech, type Family, type Words } from './family.js';
import { Day, DecimalText, Id } from '../format/primitives.js';

/**
 * 表彰、推广、信息采用、通报、情节×层级(M24 M32 M33 M34 M36 M38): each entry of a records fact is worth its level's points × its genre's coefficient;
 * worth may be negative. A row with a genre is worth its own points, without a coefficient, and goes before the row of the level alone.
 * `sameMatter` says what entries about one matter count: all, the highest, the two highest levels, or highest in full and the rest × `othersCoefficient`.
 */
export const RecordsWorth = z.strictObject({
  method: z.literal('records-worth'),
  fact: Id,
  worth: z.array(z.strictObject({ level: Id, genre: Id.optional(), points: DecimalText })).min(1),
  genres: z.array(z.strictObject({ genre: Id, coefficient: DecimalText })).optional(),
  /** Worth × the entry's `amount` (absent: 1), which is kept under `most`: points claimed by the unit, up to 2 each (自设项). */
  amount: z.strictObject({ most: DecimalText.optional() }).optional(),
  /** 合写: in equal parts, all to the first, or by the listed shares; the list is chosen by the number of authors, who else share equally. Absent: all to each. */
  split: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('equal') }),
      z.strictObject({ by: z.literal('first') }),
      z.strictObject({
        by: z.literal('listed'),
        shares: z.array(z.array(DecimalText).min(1).max(50)).min(1),
      }),
    ])
    .optional(),
  sameMatter: z.enum(['all', 'highest', 'two-highest', 'diminishing']),
  othersCoefficient: DecimalText.optional(),
  /** Count at most this many matters (限 n 项), the best ones. */
  bestMatters: z.number().int().min(1).optional(),
  /** Only entries dated within (跨年归属, C12); those without a date are asked for as missing. */
  period: z.strictObject({ from: Day, to: Day }).optional(),
  /** Not the matters that stood in last year's list already (上年已加的不再加). */
  notBefore: z.literal('previous').optional(),
});
export type RecordsWorth = z.infer<typeof RecordsWorth>;

/** An entry with its worth to this unit; `share` is what it has of a joint work. */
type Entry = { readonly entry: RecordEntry; readonly worth: Rational; readonly share: Rational };
type Counted = Entry & { readonly counted: Rational };

export const recordsWorth: Family<RecordsWorth> = {
  score(parameters, { facts, previous }) {
    const records = facts.records(parameters.fact);
    if (records.kind !== 'value') return records;
    const undated = records.value.find(({ date }) => parameters.period !== undefined && date === undefined);
    if (undated) return noNumber('missing', 'entry-undated', { fact: parameters.fact, entry: undated.title });
    const before = parameters.notBefore === undefined ? [] : entriesOf(previous, parameters.fact);
    const counted = countMatters(admitted(records.value, before, parameters), parameters);
    const earned = sum(counted.map((item) => item.counted));
    return points(earned, {
      entries: counted.map(({ counted: each }) => each.toText()).join(','),
      shares: counted.map(({ share }) => share.toText()).join(','),
      levels: counted.map(({ entry }) => entry.level).join(','),
      genres: counted.map(({ entry }) => entry.genre ?? '').join(','),
      count: String(records.value.length),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, number, option }) {
    const total = number(get(data, 'points'));
    if (get(data, 'count') === '0') return say('没有记录，得 0 分', 'no entries: 0 points');
    if (get(data, 'entries') === '') return say('没有可计的记录，得 0 分', 'no entry that counts: 0 points');
    const levels = get(data, 'levels').split(',');
    const shares = get(data, 'shares').split(',');
    const genres = get(data, 'genres').split(',');
    const rowText = (level: string, genre: string) => rowName(parameters, { level, genre }, { say, option });
    const parts = get(data, 'entries')
      .split(',')
      .map((each, index) => {
        const share = shares[index] ?? '1';
        const joint = share === '1' ? '' : say(`（合写占 ${number(share)}）`, ` (share ${number(share)})`);
        return `${rowText(levels[index] ?? '', genres[index] ?? '')} ${number(each)}${joint}`;
      });
    return say(`${parts.join(' + ')} = ${total} 分`, `${parts.join(' + ')} = ${total} points`);
  },

  clause(parameters, words) {
    const { say, number, fact, option, choices } = words;
    const rows = parameters.worth.map(({ level, genre, points: worth }) => {
      const name = option(parameters.fact, level);
      const row =
        genre === undefined
          ? name
          : say(
              `${name}（${option(parameters.fact, genre)}）`,
              `${name} (${option(parameters.fact, genre)})`,
            );
      return worth.startsWith('-')
        ? say(`${row}每项扣 ${number(worth.slice(1))} 分`, `${row} minus ${number(worth.slice(1))}`)
        : say(`${row}每项得 ${number(worth)} 分`, `${row} ${number(worth)}`);
    });
    const isWhole = choices(parameters.fact).every((id) =>
      parameters.worth.some(({ level, genre }) => level === id && genre === undefined),
    );
    const parts = [
      rows.join(say('、', ', ')),
      isWhole ? [] : say('其余层级不计分', 'other levels nothing'),
      (parameters.genres ?? []).map(({ genre, coefficient }) => {
        const name = option(parameters.fact, genre);
        return say(`${name}的乘以系数 ${number(coefficient)}`, `${name} × ${number(coefficient)}`);
      }),
      amountText(parameters, words),
      splitText(parameters, words),
      periodText(parameters, words),
      matterText(parameters, words),
    ].flat();
    return say(
      `${fact(parameters.fact)}：${parts.join('，')}`,
      `${fact(parameters.fact)}, for each entry by level: ${parts.join(', ')}`,
    );
  },
};

/** 到县群访, "to the county group": the level, with the genre that gives it a worth of its own. */
function rowName(
  { fact, worth, genres = [] }: RecordsWorth,
  row: { readonly level: string; readonly genre: string },
  { say, option }: Pick<Words, 'say' | 'option'>,
): string {
  const isTelling =
    worth.some(({ level, genre }) => level === row.level && genre === row.genre) ||
    genres.some(({ genre }) => genre === row.genre);
  const level = option(fact, row.level);
  if (row.genre === '' || !isTelling) return level;
  const genre = option(fact, row.genre);
  return say(`${level}${genre}`, `${level} ${genre}`);
}

function amountText({ amount }: RecordsWorth, { say, number }: ClauseSpeech): string[] {
  if (amount === undefined) return [];
  const times = say('每项再乘以数量', 'times its amount');
  return amount.most === undefined
    ? [times]
    : [times, say(`数量最多按 ${number(amount.most)} 计`, `of which at most ${number(amount.most)}`)];
}

function splitText({ split }: RecordsWorth, { say, number }: ClauseSpeech): string[] {
  switch (split?.by) {
    case undefined:
      return [];
    case 'equal':
      return [say('合作完成的均分', 'joint works in equal parts')];
    case 'first':
      return [say('合作完成的归第一完成单位', 'joint works to the first')];
    case 'listed': {
      const lists = split.shares.map((shares) => shares.map(number).join(':')).join(say('、', ', '));
      return [
        say(
          `合作完成的按次序占 ${lists}，家数不在其列的均分`,
          `joint works by ${lists} in turn, other numbers of authors in equal parts`,
        ),
      ];
    }
  }
}

function periodText({ period, notBefore }: RecordsWorth, { say, day }: ClauseSpeech): string[] {
  const within =
    period === undefined
      ? []
      : [
          say(
            `只计日期在 ${day(period.from)} 至 ${day(period.to)} 之间的`,
            `only those dated from ${day(period.from)} to ${day(period.to)}`,
          ),
        ];
  const before =
    notBefore === undefined ? [] : [say('上年已列的事项不再计', "not the matters of last year's list")];
  return [...within, ...before];
}

function matterText(
  { sameMatter, othersCoefficient = '0', bestMatters }: RecordsWorth,
  { say, number }: ClauseSpeech,
): string[] {
  const same = {
    all: say('同一事项的各项都计', 'all entries about one matter count'),
    highest: say('同一事项只计分值最大的一项', 'of one matter the one worth most'),
    'two-highest': say('同一事项只计分值最大的两个层级', 'of one matter the two levels worth most'),
    diminishing: say(
      `同一事项分值最大的一项全额计、其余乘以系数 ${number(othersCoefficient)}`,
      `of one matter the one worth most in full and the rest × ${number(othersCoefficient)}`,
    ),
  }[sameMatter];
  return bestMatters === undefined
    ? [same]
    : [same, say(`只计分值最大的 ${bestMatters} 个事项`, `only the ${bestMatters} matters worth most`)];
}

const entriesOf = (previous: FactReader | null, fact: string): readonly RecordEntry[] => {
  const records = previous?.records(fact);
  return records?.kind === 'value' ? records.value : [];
};

/** Entries of the period whose matter was not in last year's list (SC15). */
function admitted(
  entries: readonly RecordEntry[],
  before: readonly RecordEntry[],
  { period }: RecordsWorth,
): RecordEntry[] {
  const known = new Set(before.map(({ matter, title }) => matter ?? title));
  return entries.filter(
    ({ date = '', matter, title }) =>
      (period === undefined || (date >= period.from && date <= period.to)) && !known.has(matter ?? title),
  );
}

/** Worth of one entry: its row, its genre's coefficient, its amount and the unit's share of a joint work. */
function worthOf(entry: RecordEntry, parameters: RecordsWorth): { worth: Rational; share: Rational } {
  const rows = parameters.worth.filter(({ level }) => level === entry.level);
  const own = rows.find(({ genre }) => genre !== undefined && genre === entry.genre);
  const row = own ?? rows.find(({ genre }) => genre === undefined);
  const listed = own ? undefined : parameters.genres?.find(({ genre }) => genre === entry.genre);
  const coefficient = Rational.parse(listed?.coefficient ?? '1');
  const share = shareOf(entry, parameters);
  const worth = Rational.parse(row?.points ?? '0')
    .times(coefficient)
    .times(amountOf(entry, parameters));
  return { worth: worth.times(share), share };
}

function amountOf({ amount }: RecordEntry, { amount: rule }: RecordsWorth): Rational {
  if (rule === undefined) return Rational.one;
  const claimed = Rational.parse(amount ?? '1');
  return rule.most === undefined ? claimed : claimed.min(Rational.parse(rule.most));
}

function shareOf({ authors = 1, position = 1 }: RecordEntry, { split }: RecordsWorth): Rational {
  if (split === undefined || authors === 1) return Rational.one;
  if (split.by === 'first') return position === 1 ? Rational.one : Rational.zero;
  const listed = split.by === 'listed' ? split.shares.find(({ length }) => length === authors) : undefined;
  return listed === undefined
    ? Rational.of(1n, BigInt(authors))
    : Rational.parse(listed[position - 1] ?? '0');
}

function countMatters(entries: readonly RecordEntry[], parameters: RecordsWorth): Counted[] {
  const matters = new Map<string, Entry[]>();
  entries.forEach((entry, index) => {
    // Two prefixes, so that no matter's name can be mistaken for an entry without one.
    const key = entry.matter === undefined ? `entry ${index}` : `matter ${entry.matter}`;
    matters.set(key, [...(matters.get(key) ?? []), { entry, ...worthOf(entry, parameters) }]);
  });
  const settled = [...matters.values()].map((matter) => settleMatter(matter, parameters));
  const best = settled
    .map((items) => ({ items, total: sum(items.map(({ counted }) => counted)) }))
    .sort((a, b) => b.total.magnitude().compare(a.total.magnitude()));
  return best.slice(0, parameters.bestMatters ?? best.length).flatMap(({ items }) => items);
}

/** Which entries about one matter count, and how much. */
function settleMatter(matter: readonly Entry[], parameters: RecordsWorth): Counted[] {
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
