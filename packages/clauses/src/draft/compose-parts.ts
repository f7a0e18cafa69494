import { Rational, type Finish, type Measure, type Score, type Text } from '@heng/rules';
import type { ItemPoints, Statement } from '../natural/index.js';
import type { Drafting } from './drafting.js';
import { eventName, measuredName } from './fact-names.js';
import { text } from './fact-needs.js';
import {
  constant,
  difference,
  factMeasure,
  greatest,
  isLess,
  isSame,
  least,
  negated,
  ratio,
  sumOf,
  times,
  total,
} from './measure-terms.js';
import type { Part, Rule } from './part.js';
import { judgedGain } from './parts/judged.js';
import { partsOfStatement } from './parts/parts-of-statement.js';
import { scaledParts, isScaling } from './parts/scaled.js';

/** Statements about one share of the points: all of them, or the part that 得5分 begins. */
type Group = {
  readonly base: string | null;
  readonly head: ItemPoints | null;
  readonly parts: Part[];
};

type Winning = Extract<Part, { kind: 'earn' | 'add' }>;
type Losing = Extract<Part, { kind: 'lose' }>;
type Excepting = Extract<Part, { kind: 'exception' }>;

/** One rule of all that the clause says, or null where nothing in it earns or costs points. */
export function composeRule(draft: Drafting): Rule | null {
  const groups = groupsOf(draft);
  const parts = groups.flatMap((group) => group.parts);
  if (parts.length === 0 && groups.every(({ head }) => head === null)) return null;
  const finish = finishOf(parts, draft);
  const exceptions = parts.filter((part): part is Excepting => part.kind === 'exception');
  if (groups.length <= 1 && exceptions.length === parts.length && exceptions.length > 0)
    return onlyExceptions(exceptions, draft, finish);
  const withExceptions =
    exceptions.length === 0
      ? finish
      : { ...finish, exceptions: exceptions.map(({ when, points, because }) => ({ when, points, because })) };
  const rule = groups.length <= 1 ? single(groups[0], draft) : several(groups, draft);
  if (rule === null) return null;
  const all = { ...rule.finish, ...withExceptions };
  return {
    measure: rule.measure,
    score: rule.score,
    ...(Object.keys(all).length > 0 ? { finish: all } : {}),
  };
}

/** Only 不得分 is said: full points unless it happens. */
function onlyExceptions(exceptions: readonly Excepting[], draft: Drafting, finish: Finish): Rule {
  const [first] = exceptions;
  const direct = exceptions.length === 1 ? first?.direct?.(draft.full) : null;
  const own = direct ?? {
    measure: constant(draft.full),
    score: { method: 'judged', reasonRequired: false } as Score,
  };
  const all = {
    ...finish,
    ...(direct
      ? {}
      : { exceptions: exceptions.map(({ when, points, because }) => ({ when, points, because })) }),
  };
  return { ...own, ...(Object.keys(all).length > 0 ? { finish: all } : {}) };
}

function groupsOf(draft: Drafting): Group[] {
  const groups: Group[] = [];
  const current = (): Group => {
    const last = groups[groups.length - 1];
    if (last !== undefined) return last;
    const made: Group = { base: null, head: null, parts: [] };
    groups.push(made);
    return made;
  };
  const statements = draft.reading.statements.filter((each, at, all) => !isRepeated(each, at, all));
  for (const statement of statements) {
    if (statement.kind === 'item-points') {
      const points = draft.priceOf(statement.points);
      const isWhole = points === null || statement.points.kind === 'full' || isSame(points, draft.full);
      const last = groups[groups.length - 1];
      if (isWhole && (last === undefined || last.parts.length === 0)) {
        if (last === undefined) groups.push({ base: null, head: statement, parts: [] });
        continue;
      }
      if (isWhole) continue;
      groups.push({ base: points, head: statement, parts: [] });
      draft.facts.subject = subjectOf(statement);
      draft.head = statement;
      continue;
    }
    if (isScaling(statement)) {
      scaledParts(statement, current().parts, draft);
      continue;
    }
    current().parts.push(...partsOfStatement(statement, draft));
  }
  draft.facts.subject = '';
  draft.head = null;
  return groups;
}

/** 硕士占比 in 硕士占比达10%得1分. */
const subjectOf = ({ words, bound }: ItemPoints): string =>
  bound === null ? eventName(words) : measuredName(words) || eventName(words);

/** A formula and the words for it are one rule. */
function isRepeated(statement: Statement, at: number, all: readonly Statement[]): boolean {
  if (statement.kind === 'proportion' && statement.formula === null)
    return all.some((other) => other.kind === 'proportion' && other.formula !== null);
  if (statement.kind === 'proportion')
    return all.findIndex((other) => other.kind === 'proportion' && other.formula !== null) !== at;
  if (statement.kind === 'mean')
    return all.some(
      ({ kind }) => kind === 'rank-step' || kind === 'rank-table' || kind === 'panel' || kind === 'weights',
    );
  if (statement.kind === 'converted') return all.some(({ kind }) => kind === 'mean');
  if (statement.kind === 'judged') return all.some(({ kind }) => kind === 'departments');
  return false;
}

const isWinning = (part: Part): part is Winning => part.kind === 'earn' || part.kind === 'add';
const isLosing = (part: Part): part is Losing => part.kind === 'lose';

/** One group: one method where one part says it all, else a tally. */
function single(group: Group | undefined, draft: Drafting): Rule | null {
  const parts = (group?.parts ?? []).filter((part) => part.kind !== 'exception');
  const { full } = draft;
  const [only] = parts;
  if (only === undefined) return group?.head ? headAlone(group.head, full, draft) : null;
  if (parts.length === 1) {
    const isWhole =
      only.kind === 'lose' || only.kind === 'add' || only.most === null || !isLess(full, only.most);
    const direct = isWhole ? only.direct?.(draft.role !== 'base' && only.kind === 'lose' ? '0' : full) : null;
    if (direct && (only.kind !== 'earn' || fills(only, draft)))
      return only.kind === 'add' && only.most !== null && isLess(only.most, full)
        ? { ...direct, finish: { cap: only.most } }
        : direct;
  }
  return tally(parts, draft);
}

/** Whether what can be earned is what the item is worth; the rest is asked for. */
function fills(part: Winning, draft: Drafting): boolean {
  return part.most === null || isSame(part.most, draft.full) || restOf([part], draft) === null;
}

/** 得4分 alone: met or not. */
function headAlone(head: ItemPoints, points: string, draft: Drafting): Rule {
  const name = eventName(head.words) || draft.quantity;
  const fact = draft.facts.boolean({ title: name, trial: { good: true, tries: [false] } });
  return {
    measure: factMeasure(fact),
    score: { method: 'threshold', comparison: 'at-least', at: '1', metPoints: points },
  };
}

type Term = Extract<Score, { method: 'tally' }>['terms'][number];

function tally(parts: readonly Part[], draft: Drafting): Rule {
  const known = parts.map((part) =>
    isWinning(part) && part.of.kind === 'none' ? byHandInstead(part, draft) : part,
  );
  const winning = known.filter(isWinning);
  const losing = known.filter(isLosing);
  const earning = winning.filter(({ kind }) => kind === 'earn');
  const rest = restOf(winning, draft, losing.length > 0);
  const scale = scaleOf(earning, draft);
  const items = checklistOf(known, draft);
  if (items !== null && rest === null && scale === null) return items;
  const { base, extra } = baseOf({ earning, winning, losing, rest }, draft);
  const terms: Term[] = [
    ...winning.map(({ title, of, each }) => ({
      title,
      of: scale === null ? of : scaled(of, scale, draft),
      points: each,
    })),
    ...extra,
    ...losing.map(({ title, of, each }) => ({ title, of, points: negated(each) })),
  ];
  return { measure: { kind: 'none' }, score: { method: 'tally', base, terms } };
}

/** What all parts are worth together, where the author scales them down to the item. */
const scaleOf = (earning: readonly Winning[], draft: Drafting): string | null =>
  draft.asking.recorded.some(({ code, taken }) => code === 'contradiction' && taken.choice === 'scale')
    ? total(earning.map(({ most }) => most ?? '0'))
    : null;

const scaled = (of: Measure, all: string, draft: Drafting): Measure =>
  ratio({ kind: 'product', of: [constant(draft.full), of] }, constant(all));

/** A word list cannot stand beside other prices in one rule: its points are given by the department. */
function byHandInstead(part: Winning, draft: Drafting): Part {
  draft.note(
    `“${part.title.zh}”与其他规定合在一个指标里，由部门按档次填得分。`,
    `“${part.title.en}” stands beside other rules in one indicator; the department enters its points by tier.`,
  );
  return judgedGain(draft, part.title.zh, { low: '0', high: part.most ?? draft.full });
}

type Sides = {
  readonly earning: readonly Winning[];
  readonly winning: readonly Winning[];
  readonly losing: readonly Losing[];
  readonly rest: 'base' | 'judge' | 'none' | null;
};

/** What is there before anything is won or lost. */
function baseOf(
  { earning, losing, rest }: Sides,
  draft: Drafting,
): { readonly base: string; readonly extra: readonly Term[] } {
  const { full, role } = draft;
  if (role !== 'base') return { base: '0', extra: [] };
  const earned = total(earning.map(({ most }) => most ?? '0'));
  const left = Rational.parse(full).minus(Rational.parse(earned));
  if (earning.length === 0) return { base: losing.length > 0 ? full : '0', extra: [] };
  if (left.sign() <= 0 || rest === 'none') return { base: '0', extra: [] };
  if (rest === 'judge') {
    const part = judgedGain(draft, `${draft.item}其余部分`, { low: '0', high: left.toText() });
    return isWinning(part)
      ? { base: '0', extra: [{ title: part.title, of: part.of, points: part.each }] }
      : { base: '0', extra: [] };
  }
  return { base: rest === 'base' || losing.length > 0 ? left.toText() : '0', extra: [] };
}

/** The points that no part of the clause gives. */
function restOf(
  winning: readonly Winning[],
  draft: Drafting,
  hasLosses = false,
): 'base' | 'judge' | 'none' | null {
  const earning = winning.filter(({ kind }) => kind === 'earn');
  if (draft.role !== 'base' || earning.length === 0 || earning.some(({ most }) => most === null)) return null;
  if (winning.length > earning.length) return null;
  const earned = total(earning.map(({ most }) => most ?? '0'));
  if (isSame(earned, draft.full)) return null;
  const before = draft.asking.recorded.find(({ code }) => code === 'contradiction');
  if (before !== undefined) return restChoice(before.taken.choice);
  const span = { start: 0, end: draft.said.length };
  if (isLess(draft.full, earned)) {
    draft.ask({
      code: 'contradiction',
      span,
      ask: {
        zh: `各部分合计 ${earned} 分，本项只有 ${draft.full} 分。`,
        en: `The parts add up to ${earned} points, the item is worth ${draft.full}.`,
      },
      choices: [
        { id: 'cap', label: { zh: `相加后最多得 ${draft.full} 分`, en: `added up, at most ${draft.full}` } },
        {
          id: 'scale',
          label: {
            zh: `各部分按 ${draft.full} ÷ ${earned} 折算`,
            en: `each part × ${draft.full} ÷ ${earned}`,
          },
        },
      ],
      suggested: 'cap',
    });
    return null;
  }
  if (hasLosses) {
    const left = Rational.parse(draft.full).minus(Rational.parse(earned)).toText();
    draft.note(
      `得分的部分合计 ${earned} 分，其余 ${left} 分作为基础分，从中扣减。`,
      `What is earned adds up to ${earned}; the other ${left} points are there to lose.`,
    );
    return 'base';
  }
  const { choice } = draft.ask({
    code: 'contradiction',
    span,
    ask: {
      zh: `条款只写了 ${earned} 分怎么得，本项有 ${draft.full} 分，其余怎么得？`,
      en: `The clause says how ${earned} points are earned; the item is worth ${draft.full}. What of the rest?`,
    },
    choices: [
      { id: 'judge', label: { zh: '其余由评分部门评定', en: 'the rest is judged by the department' } },
      { id: 'base', label: { zh: '其余作为基础分，都得', en: 'everybody has the rest' } },
      { id: 'none', label: { zh: '其余得不到', en: 'nobody can earn the rest' } },
    ],
    suggested: 'judge',
  });
  return restChoice(choice);
}

const restChoice = (choice: string): 'base' | 'judge' | 'none' | null =>
  choice === 'base' || choice === 'judge' || choice === 'none' ? choice : null;

/** Only yes/no parts with points of their own: a checklist. */
function checklistOf(parts: readonly Part[], draft: Drafting): Rule | null {
  if (draft.role === 'deduction') return null;
  const items = parts.flatMap((part) => {
    if (part.kind !== 'earn' || part.of.kind !== 'fact') return [];
    const { fact: id } = part.of;
    const isYesNo = draft.facts.all.some(({ fact }) => fact.id === id && fact.kind === 'boolean');
    return isYesNo ? [{ fact: id, title: part.title, points: part.each }] : [];
  });
  if (items.length !== parts.length || items.length < 2) return null;
  return { measure: { kind: 'none' }, score: { method: 'checklist', items } };
}

/** Several groups: each between nothing and its own points, added up. */
function several(groups: readonly Group[], draft: Drafting): Rule {
  const shares = groups.map((group) => {
    const parts = group.parts
      .filter((part) => part.kind !== 'exception')
      .map((part) => (isWinning(part) && part.of.kind === 'none' ? byHandInstead(part, draft) : part));
    const base = group.base ?? '0';
    const title = text(eventName(group.head?.words ?? null) || draft.item);
    const losses = parts.filter(isLosing).map(({ of, each }) => times(each, of));
    const gains = parts.filter(isWinning);
    const worth = group.base ?? total(gains.map(({ most }) => most ?? '0'));
    if (parts.length === 0 && group.head !== null) {
      const rule = headAlone(group.head, base, draft);
      return { title, of: rule.measure, points: base, worth: base, kind: 'fact' as const };
    }
    const own: Measure[] = gains.map(({ of, each }) => times(each, of));
    // What is won within the group fills its points; losses come off them.
    const start = gains.some(({ kind }) => kind === 'earn')
      ? own
      : [...(base === '0' ? [] : [constant(base)]), ...own];
    const value = losses.length === 0 ? sumOrZero(start) : difference(sumOrZero(start), sumOf(losses));
    const bounded = greatest(constant('0'), worth === '0' ? value : least(value, constant(worth)));
    return { title, of: bounded, points: '1', worth, kind: 'value' as const };
  });
  const worth = total(shares.map((share) => share.worth));
  const terms: Term[] = shares.map(({ title, of, points }) => ({ title, of, points }));
  const extra = restTerms(worth, draft);
  return {
    measure: { kind: 'none' },
    score: { method: 'tally', base: extra.base, terms: [...terms, ...extra.terms] },
  };
}

const sumOrZero = (of: readonly Measure[]): Measure => (of.length === 0 ? constant('0') : sumOf(of));

function restTerms(
  worth: string,
  draft: Drafting,
): { readonly base: string; readonly terms: readonly Term[] } {
  const fill: Winning = { kind: 'earn', title: text(draft.item), most: worth, of: constant('0'), each: '1' };
  const rest = restOf([fill], draft);
  const left = Rational.parse(draft.full).minus(Rational.parse(worth));
  if (left.sign() <= 0 || rest === null || rest === 'none') return { base: '0', terms: [] };
  if (rest === 'base') return { base: left.toText(), terms: [] };
  const part = judgedGain(draft, `${draft.item}其余部分`, { low: '0', high: left.toText() });
  return isWinning(part)
    ? { base: '0', terms: [{ title: part.title, of: part.of, points: part.each }] }
    : { base: '0', terms: [] };
}

/** Floor and cap of the whole indicator. */
function finishOf(parts: readonly Part[], draft: Drafting): Finish {
  const { full, role } = draft;
  const losing = parts.filter(isLosing);
  const floors = draft.ofKind('floor');
  if (role === 'deduction') return {};
  if (floors.some(({ isNegativeAllowed }) => isNegativeAllowed)) return { floor: lowest(losing, draft) };
  const most = draft.ofKind('cap').find(({ of, scope }) => of === 'deduction' && scope === 'clause');
  const limit = most === undefined ? null : draft.priceOf(most.points);
  if (limit !== null && losing.length > 0 && role === 'base') {
    const floor = Rational.parse(full).minus(Rational.parse(limit));
    return floor.sign() > 0 ? { floor: floor.toText() } : {};
  }
  if (role === 'bonus' && losing.length > 0 && losing.length === parts.length)
    return { floor: negated(full), cap: '0' };
  if (role === 'bonus' && losing.length > 0) return { floor: negated(full) };
  if (losing.length === 0 && !draft.has('floor-unstated')) return {};
  return draft.has('floor-unstated') && floors.length === 0 ? askedFloor(draft) : {};
}

/** 可负分: how far down. */
function lowest(losing: readonly Losing[], draft: Drafting): string {
  draft.note(
    losing.length > 0 ? `可以扣成负分，最低 −${draft.full} 分。` : '写明可以负分，但没有扣分项。',
    losing.length > 0
      ? `Points can fall below zero, down to −${draft.full}.`
      : 'Negative points are allowed, yet nothing is deducted.',
  );
  return negated(draft.full);
}

/** Where the losses end that can be more than the points. */
function askedFloor(draft: Drafting): Finish {
  const found = draft.reading.ambiguities.find(({ code }) => code === 'floor-unstated');
  const { choice, value } = draft.ask({
    code: 'floor-unstated',
    span: found?.span ?? { start: 0, end: draft.said.length },
    ask: {
      zh: `扣分可能超过 ${draft.full} 分，扣到哪里为止没有写。`,
      en: `More than ${draft.full} points can be lost, and where it ends is not said.`,
    },
    choices: [
      { id: 'zero', label: { zh: '扣完为止，最低 0 分', en: 'never below 0' } },
      {
        id: 'negative',
        label: { zh: '可以倒扣，最多扣到负分（填负多少分）', en: 'below 0, down to minus (fill in)' },
        needsValue: true,
      },
      { id: 'limit', label: { zh: '最多扣（填分数）', en: 'at most lost (fill in)' }, needsValue: true },
    ],
    suggested: 'zero',
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: draft.full,
  });
  if (choice === 'negative' && value !== undefined && !isSame(value, '0')) return { floor: negated(value) };
  if (choice === 'limit' && value !== undefined) {
    const floor = Rational.parse(draft.full).minus(Rational.parse(value));
    return floor.isZero() ? {} : { floor: floor.toText() };
  }
  return {};
}

export type { Text };
