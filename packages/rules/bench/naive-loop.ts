import { presence, type BatchFacts } from '../src/batch/columns.js';
import type { Indicator } from '../src/format/indicator.js';
import type { Measure } from '../src/format/measure.js';
import type { Section } from '../src/format/rule-book.js';
import { taskBook } from './task-book.js';

/** A unit as a program without this package would hold it: an object with numbers. */
export type PlainUnit = {
  readonly group: number;
  readonly facts: Record<string, number | boolean | number[] | string | Record<string, number> | null>;
};

/** The same facts as objects with doubles. */
export function plainUnits({ facts, count }: BatchFacts, group: number): PlainUnit[] {
  return Array.from({ length: count }, (_, unit) => {
    const own: PlainUnit['facts'] = {};
    for (const [id, column] of facts.columns) {
      if (column.presence?.[unit] === presence.absent) own[id] = null;
      else if (column.kind === 'number') own[id] = column.values[unit]! / 10 ** column.decimals;
      else if (column.kind === 'boolean') own[id] = column.values[unit] === 1;
      else if (column.kind === 'choice')
        own[id] = ['none', 'third', 'second', 'first'][column.values[unit]!]!;
      else if (column.kind === 'panel') {
        const from = unit * column.width;
        own[id] = Array.from(
          column.scores.subarray(from, from + column.counts[unit]!),
          (score) => score / 10 ** column.decimals,
        );
      } else if (column.kind === 'counts') {
        own[id] = Object.fromEntries(
          ['good', 'fair', 'poor'].map((option, part) => [option, column.parts[part]![unit]!]),
        );
      }
    }
    return { group: Math.floor(unit / group), facts: own };
  });
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Null: no number; undefined: not applicable. */
type Number = number | null | undefined;
type Formula = (unit: PlainUnit, peers: readonly number[]) => Number;

function measured(measure: Measure): (unit: PlainUnit) => Number {
  switch (measure.kind) {
    case 'fact':
      return ({ facts }) => {
        const value = facts[measure.fact];
        return value === null ? null : Number(value);
      };
    case 'ratio': {
      const [top, bottom] = measure.of.map(measured) as [
        (unit: PlainUnit) => Number,
        (unit: PlainUnit) => Number,
      ];
      return (unit) => {
        const [a, b] = [top(unit), bottom(unit)];
        return a == null || b == null ? null : b === 0 ? undefined : a / b;
      };
    }
    case 'panel-mean':
      return ({ facts }) => {
        let scores = [...(facts[measure.fact] as number[])].sort((a, b) => a - b);
        if (measure.drop && scores.length >= measure.drop.fromJudges) scores = scores.slice(1, -1);
        return scores.reduce((total, score) => total + score, 0) / scores.length;
      };
    case 'vote-mean':
    case 'vote-share':
      return ({ facts }) => {
        const votes = facts[measure.fact] as Record<string, number>;
        let [worth, valid] = [0, 0];
        for (const [option, count] of Object.entries(votes)) {
          valid += count;
          if (measure.kind === 'vote-share') worth += measure.options.includes(option) ? count : 0;
          else worth += count * Number(measure.worth.find((row) => row.option === option)?.points ?? 0);
        }
        return worth / valid;
      };
    default:
      return () => 0;
  }
}

function formula(indicator: Indicator): Formula {
  const { score } = indicator;
  const full = Number(indicator.points);
  const of = measured(indicator.measure);
  const scored = (points: (value: number, unit: PlainUnit, peers: readonly number[]) => number): Formula => {
    return (unit, peers) => {
      const value = of(unit);
      return value == null ? value : points(value, unit, peers);
    };
  };
  switch (score.method) {
    case 'proportion': {
      const target = score.target;
      const by = typeof target === 'string' ? () => Number(target) : measured(target);
      return scored((value, unit) => {
        const share = value / (by(unit) ?? 1);
        return share < Number(score.minimumShare ?? 0) ? 0 : full * Math.min(share, 1);
      });
    }
    case 'inverse':
      return scored((value) => full * (1 - value));
    case 'linear':
      return scored((value) =>
        within(Number(score.intercept) + Number(score.slope) * value, Number(score.low), Number(score.high)),
      );
    case 'threshold':
      return scored((value) => (value >= Number(score.at) ? full : 0));
    case 'judged':
      return scored((value) => within(value, 0, full));
    case 'tiers':
      return scored((value) => {
        const { bands } = score;
        const worth = (index: number) => {
          const band = bands[index];
          return band?.points === undefined ? full * Number(band?.share ?? 0) : Number(band.points);
        };
        if (score.form === 'marginal') {
          return bands.reduce((total, { from, to, rate }) => {
            const inside = Math.max(0, Math.min(value, Number(to ?? Infinity)) - Number(from ?? 0));
            return total + inside * Number(rate ?? 0);
          }, 0);
        }
        const index = bands.findIndex(({ to }) => to === undefined || value < Number(to));
        const next = bands[index + 1];
        if (score.form === 'step' || next === undefined) return worth(index);
        const [from, to] = [Number(bands[index]?.from ?? 0), Number(next.from)];
        return worth(index) + ((worth(index + 1) - worth(index)) * (value - from)) / (to - from);
      });
    case 'steps':
      return scored((value) => {
        const distance = value - Number(score.origin);
        const side = distance > 0 ? score.above : score.below;
        if (side === undefined) return Number(score.base);
        const steps = Math.abs(distance) / Number(side.per);
        const counted =
          side.partial === 'down' ? Math.floor(steps) : side.partial === 'up' ? Math.ceil(steps) : steps;
        const limit = Number(side.limit ?? Infinity);
        return Number(score.base) + within(counted * Number(side.points), -limit, limit);
      });
    case 'tally':
      return ({ facts }) => {
        let total = Number(score.base);
        for (const term of score.terms) {
          if (term.of.kind === 'fact') total += Number(term.points) * Number(facts[term.of.fact]);
        }
        return total;
      };
    case 'checklist':
      return ({ facts }) =>
        score.items.reduce((total, item) => total + (facts[item.fact] === true ? Number(item.points) : 0), 0);
    case 'choice':
      return ({ facts }) =>
        Number(score.worth.find(({ option }) => option === facts[score.fact])?.points ?? 0);
    case 'efficacy':
      return scored((value, _unit, peers) => {
        const low = score.low === 'cohort' ? Math.min(...peers) : Number(score.low);
        const high = score.high === 'cohort' ? Math.max(...peers) : Number(score.high);
        if (low === high) return full * Number(score.whenEqual);
        const along = score.better === 'higher' ? value - low : high - value;
        return full * (Number(score.d) + Number(score.c) * within(along / (high - low), 0, 1));
      });
    case 'relative':
      return scored((value, _unit, peers) => {
        if (score.to === 'best') {
          const best = Math.max(...peers);
          return best <= 0 ? 0 : (full * value) / best;
        }
        const mean = peers.reduce((total, peer) => total + peer, 0) / peers.length;
        return full * within(value / mean, Number(score.low), Number(score.high));
      });
    case 'ranked':
      return scored((value, _unit, peers) => {
        const better = (peer: number) => (score.better === 'higher' ? peer > value : peer < value);
        const first = peers.filter(better).length + 1;
        const filled = score.tied === 'mean' ? peers.filter((peer) => peer === value).length : 1;
        let total = 0;
        for (let place = first; place < first + filled; place += 1) {
          if (score.form === 'table') total += Number(score.points[place - 1] ?? score.beyond);
          else if (score.form === 'step')
            total += full - Number(score.points) * Math.max(0, place - score.free);
          else if (score.form === 'tier') {
            const tier = score.tiers.find(({ upTo }) => {
              const [top, bottom = '1'] = upTo.split('/');
              return place <= Math.round((Number(top) / Number(bottom)) * peers.length);
            });
            total += full * Number(tier?.share ?? score.tiers.at(-1)?.share ?? 0);
          }
        }
        return total / filled;
      });
    default:
      return () => 0;
  }
}

type Placed = {
  readonly indicator: Indicator;
  readonly section: Section;
  readonly of: Formula;
  readonly measure: (unit: PlainUnit) => Number;
};

const compares = (indicator: Indicator) =>
  indicator.score.method === 'ranked' ||
  indicator.score.method === 'relative' ||
  (indicator.score.method === 'efficacy' && indicator.score.low === 'cohort');

/** Formulas of the task in doubles, for this loop and for the rules engine. */
export const plainFormulas: readonly Placed[] = taskBook.sections.flatMap((section) =>
  (section.indicators ?? []).map((indicator) => ({
    indicator,
    section,
    of: formula(indicator),
    measure: measured(indicator.measure),
  })),
);

export type PlainResult = { points: Number[]; total: number; rank: number; grade: number };

/** Values of the units of a group that have one. */
export const peersOf = (units: readonly PlainUnit[], { indicator, measure }: Placed): number[] =>
  compares(indicator) ? units.map(measure).filter((value): value is number => value != null) : [];

/** Bounds and rounding of an indicator, in doubles. */
export const finished = ({ indicator, section }: Placed, value: Number): Number => {
  if (value == null) return value;
  const full = Number(indicator.points);
  const floor = Number(indicator.finish?.floor ?? (section.role === 'deduction' ? -full : 0));
  return round(within(value, floor, section.role === 'deduction' ? 0 : full));
};

/** Sections, conversion and total from points, in doubles. */
export function plainTotal(points: readonly Number[]): number {
  let [base, applies, other] = [0, 0, 0];
  for (const section of taskBook.sections) {
    let sum = 0;
    plainFormulas.forEach(({ indicator, section: own }, index) => {
      if (own !== section) return;
      sum += points[index] ?? 0;
      if (section.role === 'base' && points[index] !== undefined) applies += Number(indicator.points);
    });
    if (section.role === 'base') base += sum;
    else if (section.role === 'bonus') other += Math.min(sum, Number(section.points));
    else other += Math.max(sum, -Number(section.points));
  }
  const full = Number(taskBook.totalPoints);
  return round((applies === full || applies === 0 ? base : (base / applies) * full) + other);
}

/** What is written down in an afternoon: objects, doubles, one group after the other. */
export function naiveLoop(units: readonly PlainUnit[]): PlainResult[] {
  const results: PlainResult[] = [];
  for (let start = 0; start < units.length;) {
    let end = start;
    while (end < units.length && units[end]!.group === units[start]!.group) end += 1;
    const group = units.slice(start, end);
    const peers = plainFormulas.map((placed) => peersOf(group, placed));
    const own = group.map((unit): PlainResult => {
      const points = plainFormulas.map((placed, index) => finished(placed, placed.of(unit, peers[index]!)));
      return { points, total: plainTotal(points), rank: 0, grade: 0 };
    });
    rankAndGrade(group, own);
    results.push(...own);
    start = end;
  }
  return results;
}

function rankAndGrade(group: readonly PlainUnit[], own: readonly PlainResult[]): void {
  const order = own.map((_, index) => index).sort((a, b) => own[b]!.total - own[a]!.total);
  const places = Math.max(1, Math.round(group.length * 0.2));
  order.forEach((unit, index) => {
    const result = own[unit]!;
    const before = own[order[index - 1] ?? -1];
    result.rank = before !== undefined && before.total === result.total ? before.rank : index + 1;
    const { facts } = group[unit]!;
    const vetoed = facts['scandal'] === true || facts['absent'] === true;
    result.grade =
      facts['absent'] === true
        ? 3
        : result.total >= 85 && result.rank <= places && !vetoed
          ? 0
          : result.total >= 75
            ? 1
            : result.total >= 60
              ? 2
              : 3;
  });
}
