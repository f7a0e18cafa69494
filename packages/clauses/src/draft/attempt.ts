import { referencesOf, type Indicator, type Text, type Veto } from '@heng/rules';
import type { Grades, NaturalReading, Span, Statement } from '../natural/index.js';
import { Asking, type Asked } from './asking.js';
import { byHandIndicator, frame, yesNoIndicator } from './by-hand.js';
import type { ClauseReading } from './clause-reading.js';
import { composeRule } from './compose-parts.js';
import type { DraftContext } from './draft-context.js';
import { Drafting } from './drafting.js';
import { text, type NeededFact } from './fact-needs.js';
import { decimalOf, isLess, product, total } from './measure-terms.js';
import { vagueAnswer } from './parts/conditions.js';
import { told } from './parts/provisos.js';
import { Rational } from '@heng/rules';
import type { Rule } from './part.js';
import type { Answers } from './question.js';
import { problemOfRule } from './trial.js';
import { vetoesOf } from './vetoes.js';

/** What came of one drafting, with the usual choice wherever there was no answer. */
export type Attempt = {
  readonly asking: Asking;
  readonly indicator: Indicator | null;
  readonly facts: readonly NeededFact[];
  readonly vetoes: readonly Veto[];
  readonly grades: Grades['grades'];
  readonly notes: readonly Text[];
  /** Why the department scores, for the whole item or parts of it; empty where the rule says it all. */
  readonly byHand: readonly Text[];
  /** The whole item is judged. */
  readonly isByHand: boolean;
  /** Words of the clause that are in no rule. */
  readonly leftOut: readonly string[];
};

type Made = Omit<Attempt, 'asking'>;

export function attempt(
  reading: ClauseReading,
  context: DraftContext,
  answers: Answers,
  /** Without it the rule is not held against the format of rule books once more. */
  isChecked = true,
): Attempt {
  const asking = new Asking(reading.text, answers);
  const made =
    reading.kind === 'canonical'
      ? canonical(reading, context)
      : natural(reading.text, reading.natural, context, { asking, isChecked });
  return { asking, ...made };
}

const nothing: Omit<Made, 'indicator' | 'facts'> = {
  vetoes: [],
  grades: [],
  notes: [],
  byHand: [],
  isByHand: false,
  leftOut: [],
};

/** A clause of ours is its rule. */
function canonical({ read }: Extract<ClauseReading, { kind: 'canonical' }>, context: DraftContext): Made {
  const { rule } = read;
  const known = context.facts ?? [];
  const base = { ...frame(context, rule.points), ...rule };
  const used = new Set(referencesOf(base).facts);
  const facts = known
    .filter(({ id }) => used.has(id))
    .map((fact) => ({ fact, trial: { good: '0', tries: [] } }));
  return { ...nothing, indicator: base, facts };
}

type Drafted = { readonly asking: Asking; readonly isChecked: boolean };

function natural(
  said: string,
  reading: NaturalReading,
  context: DraftContext,
  { asking, isChecked }: Drafted,
): Made {
  const isScoring = reading.statements.some(scores) || reading.unread.length > 0 || said.trim() === '';
  const points = isScoring ? pointsFor(reading, context, said, asking) : (context.points ?? '0');
  if (said.trim() === '') return blank(context, points, asking);
  const draft = new Drafting(said, reading, context, asking, points);
  if (isLeftToHand(draft))
    return judged(draft, { zh: '条款有读不懂的地方', en: 'parts of the clause were not understood' });
  const rule = isScoring ? composeRule(draft) : null;
  if (!isScoring) for (const statement of reading.statements) toldAlone(statement, draft);
  const vetoes = vetoesOf(draft);
  const grades = draft.ofKind('grades').flatMap((statement) => statement.grades);
  if (rule === null) return withoutRule(draft, vetoes, grades);
  const doubt = remaining(draft);
  if (doubt !== null) return judged(draft, doubt);
  const indicator: Indicator = { ...frame(context, points), ...rule, ...originOf(said, reading, rule) };
  const used = new Set(referencesOf(indicator).facts);
  const facts = draft.facts.all.filter(({ fact }) => used.has(fact.id) || isRead(fact.id, vetoes));
  const problem = isChecked ? problemOfRule(indicator, facts, { context, vetoes }) : null;
  if (problem !== null) {
    draft.note(problem.zh, problem.en);
    return judged(draft, { zh: '规则格式容不下这个条款', en: 'the rule format cannot hold this clause' });
  }
  return {
    indicator,
    facts,
    vetoes,
    grades,
    notes: draft.notes,
    byHand: draft.byHand,
    isByHand: indicator.score.method === 'judged',
    leftOut: draft.leftOut,
  };
}

/** What stands alone and scores nothing is told, never dropped. */
function toldAlone(statement: Statement, draft: Drafting): void {
  switch (statement.kind) {
    case 'proviso':
    case 'same-matter':
    case 'shared':
    case 'diminishing':
      return void told(statement, draft);
    case 'cap':
    case 'floor':
    case 'scaled':
    case 'item-points': {
      const words = draft.words(statement.span);
      draft.note(
        `“${words}”说的是几项合计或总分，没有写进本项；请在部分或总分上设定。`,
        `“${words}” is about several items or the total and not in this item: set it on the section or the total.`,
      );
      draft.leftOut.push(words);
      return;
    }
    default:
      return;
  }
}

/** Statements that a rule is made of; the others say something of the whole book, or of how things are counted. */
function scores({ kind, method }: Statement): boolean {
  switch (kind) {
    case 'grades':
    case 'veto':
    case 'proviso':
    case 'same-matter':
    case 'shared':
    case 'diminishing':
    case 'cap':
    case 'floor':
    case 'scaled':
      return false;
    case 'item-points':
      return method !== null;
    default:
      return true;
  }
}

/** The words that a rule comes from stay with it, and the methods that they use. */
function originOf(
  said: string,
  { methods }: NaturalReading,
  rule: Rule,
): Pick<Indicator, 'provenance' | 'catalogue'> {
  const note = text(said.trim());
  const parts = ['/points', '/measure', '/score', ...(rule.finish ? ['/finish'] : [])];
  const catalogue = methods.filter((method) => /^[MC]\d{1,2}$/u.test(method));
  return {
    provenance: parts.map((path) => ({
      path,
      origin: 'document' as const,
      ...(path === '/score' ? { note } : {}),
    })),
    ...(catalogue.length > 0 ? { catalogue } : {}),
  };
}

const isRead = (fact: string, vetoes: readonly Veto[]): boolean =>
  vetoes.some(({ when }) => when.kind === 'is-true' && when.fact === fact);

/** An item without a standard. */
function blank(context: DraftContext, points: string, asking: Asking): Made {
  const ask = { zh: '没有写评分标准，怎么计分？', en: 'There is no standard. How is it scored?' };
  const reason = { zh: '没有评分标准', en: 'there is no standard' };
  return asking.ask(unscored({ start: 0, end: 0 }, ask, points)).choice === 'yes-no'
    ? { ...nothing, ...yesNoIndicator(context, points) }
    : { ...nothing, ...byHandIndicator(context, points), byHand: [reason], isByHand: true };
}

/** Who scores what has no rule. */
const unscored = (span: Span, ask: Text, points: string): Asked => ({
  code: 'judge',
  span,
  ask,
  choices: [
    {
      id: 'judge',
      label: {
        zh: `由评分部门在 0 至 ${points} 分之间评定`,
        en: `judged by the department between 0 and ${points}`,
      },
    },
    {
      id: 'yes-no',
      label: {
        zh: `由评分部门认定做到没有：做到得 ${points} 分，没做到得 0 分`,
        en: `the department finds whether it is done: ${points} points or none`,
      },
    },
  ],
  suggested: 'judge',
});

/** The item as the department scores it, with the reason told. */
function judged(draft: Drafting, reason: Text): Made {
  const { indicator, facts } = byHandIndicator(draft.context, draft.full);
  const notes = [
    ...draft.notes,
    {
      zh: `改由评分部门在 0 至 ${draft.full} 分之间评定：${reason.zh}。原文：“${draft.said.slice(0, 200)}”`,
      en: `Judged by the department between 0 and ${draft.full}: ${reason.en}. The words: “${draft.said.slice(0, 200)}”`,
    },
  ];
  return { ...nothing, indicator, facts, notes, byHand: [reason], isByHand: true };
}

/** Nothing that earns or costs points: rules of the whole book, or an item that is judged. */
function withoutRule(draft: Drafting, vetoes: readonly Veto[], grades: Grades['grades']): Made {
  const isBookRule = vetoes.length > 0 || grades.length > 0;
  const hasPoints = draft.context.points !== null && draft.context.points !== undefined;
  if (!isBookRule && hasPoints) {
    const ask = {
      zh: '条款里没有写怎么得分、怎么扣分，怎么计分？',
      en: 'The clause does not say how points are won or lost. How is it scored?',
    };
    const { choice } = draft.ask(unscored({ start: 0, end: draft.said.length }, ask, draft.full));
    if (choice === 'yes-no')
      return {
        ...nothing,
        ...yesNoIndicator(draft.context, draft.full),
        notes: draft.notes,
        leftOut: draft.leftOut,
      };
    return judged(draft, { zh: '条款没有写计分办法', en: 'the clause does not say how it is scored' });
  }
  const facts = draft.facts.all.filter(({ fact }) => isRead(fact.id, vetoes));
  const left = draft.reading.statements.length === 0 ? [draft.said] : draft.leftOut;
  return { ...nothing, indicator: null, facts, vetoes, grades, notes: draft.notes, leftOut: left };
}

/** What was not understood: as it was read after all, or by hand. */
function isLeftToHand(draft: Drafting): boolean {
  const { unread, confidence, statements } = draft.reading;
  const hand = {
    id: 'judge',
    label: {
      zh: `整项由评分部门在 0 至 ${draft.full} 分之间评定`,
      en: `the whole item judged by the department between 0 and ${draft.full}`,
    },
  };
  if (confidence !== 'unsure' || (statements.length === 0 && unread.length === 0)) return false;
  const asked: Asked[] =
    unread.length === 0
      ? [
          {
            code: 'unread',
            span: { start: 0, end: draft.said.length },
            ask: {
              zh: '这一条没有把握读对，请对照原文和起草的条款。',
              en: 'This clause may have been misread: compare its words with the drafted clause.',
            },
            choices: [
              hand,
              {
                id: 'as-read',
                label: { zh: '起草的条款是对的，照此计分', en: 'the drafted clause is right' },
              },
            ],
            suggested: 'judge',
          },
        ]
      : unread.map((span) => ({
          code: 'unread',
          span,
          ask: {
            zh: `“${draft.words(span)}”没有读懂，怎么办？`,
            en: `“${draft.words(span)}” was not understood. What now?`,
          },
          choices: [
            hand,
            {
              id: 'leave-out',
              label: {
                zh: `不计这一句（“${draft.words(span)}”将不起作用）`,
                en: `leave it out (“${draft.words(span)}” has no effect)`,
              },
            },
          ],
          suggested: 'judge',
        }));
  let isByHand = false;
  for (const question of asked) {
    const { choice } = draft.ask(question);
    if (choice === 'judge') isByHand = true;
    if (choice === 'leave-out') draft.leftOut.push(draft.words(question.span));
  }
  return isByHand;
}

/** Ambiguities that the drafting met no place for: the drafted clause settles them, or the department scores. */
function remaining(draft: Drafting): Text | null {
  let doubt: Text | null = null;
  for (const { code, span } of draft.reading.ambiguities) {
    if (draft.asking.hasAsked(code) || code === 'full-points-from-context') continue;
    if (code === 'vague-condition') {
      const definition = vagueAnswer(span, draft);
      if (definition !== undefined)
        draft.note(
          `“${draft.words(span)}”的认定标准：${definition}`,
          `What counts as “${draft.words(span)}”: ${definition}`,
        );
      continue;
    }
    if (isSettled(code, draft)) continue;
    const { choice } = draft.ask({
      code,
      span,
      ask: remainingQuestion(code, draft.words(span)),
      choices: [
        {
          id: 'as-read',
          label: { zh: '照起草的条款', en: 'as the drafted clause says' },
        },
        {
          id: 'judge',
          label: {
            zh: `整项由评分部门在 0 至 ${draft.full} 分之间评定`,
            en: `the whole item judged by the department between 0 and ${draft.full}`,
          },
        },
      ],
      suggested: 'as-read',
    });
    if (choice === 'judge') doubt = { zh: '条款有歧义', en: 'the clause is ambiguous' };
  }
  return doubt;
}

/** A limit that the points of the item give: nothing is open then. */
function isSettled(code: string, draft: Drafting): boolean {
  if (code === 'cap-unstated') return false;
  if (code === 'amount-unstated') return draft.asking.hasAsked('discretionary');
  if (code === 'split-unstated') return draft.asking.hasAsked('discretionary');
  if (code === 'discretionary') return draft.ofKind('departments').length > 0;
  return code === 'floor-unstated' && draft.role !== 'base';
}

const remainingQuestion = (code: string, words: string): Text => {
  const told = remainingWords[code] ?? ['有不止一种读法', 'can be read in more than one way'];
  return { zh: `“${words}”${told[0]}。`, en: `“${words}” ${told[1]}.` };
};

const remainingWords: Readonly<Record<string, readonly [string, string]>> = {
  'cap-unstated': ['没有写封顶，以本项分值为限', 'has no limit: the points of the item are one'],
  'target-elsewhere': [
    '的目标数不在条款里，由部门认定',
    'names a target that is elsewhere: the department judges by it',
  ],
  'base-unstated': ['没有写按什么计算', 'does not say what it is worked out from'],
  contradiction: ['与分值对不上，以本项分值为限', 'does not agree with the points: those of the item hold'],
  'same-item-highest-or-sum': ['同一事项可能重复计', 'may count one matter twice'],
  'once-or-each': ['没有写计一次还是每次都计', 'does not say whether it counts once or each time'],
  'and-or': ['没有写全部做到还是其中之一', 'does not say whether all or one of them is meant'],
  'uncovered-case': ['有的情形没有写分数', 'leaves cases without a score'],
  'boundary-open': ['分界值属于哪一档没有写', 'leaves a bound to two bands or none'],
};

/** The points of the item: of the table, of the clause, or asked for. */
function pointsFor(reading: NaturalReading, context: DraftContext, said: string, asking: Asking): string {
  const given = context.points ?? null;
  if (given !== null) return given;
  const stated = statedPoints(reading, context);
  if (stated !== null) return stated;
  const isAddition = context.role === 'bonus' || context.role === 'deduction';
  const { value } = asking.ask({
    code: 'full-points-from-context',
    span: { start: 0, end: said.length },
    ask: isAddition
      ? {
          zh: context.role === 'bonus' ? '这一项最多加多少分，没有写。' : '这一项最多扣多少分，没有写。',
          en: `It is not said how many points this item can ${context.role === 'bonus' ? 'add' : 'cost'} at most.`,
        }
      : { zh: '这一项满分是多少，没有写。', en: 'It is not said what this item is worth.' },
    choices: [{ id: 'number', label: { zh: '填分数', en: 'fill in' }, needsValue: true }],
    suggested: null,
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: '10',
  });
  return value ?? '10';
}

/** What the clause itself says that it is worth. */
export function statedPoints({ statements }: NaturalReading, { role }: DraftContext): string | null {
  const numbers = statements.flatMap((statement) =>
    statement.kind === 'item-points' && statement.points.kind === 'number' ? [statement.points.value] : [],
  );
  const caps = statements.flatMap((statement) =>
    statement.kind === 'cap' &&
    statement.scope === 'clause' &&
    statement.points.kind === 'number' &&
    (role === 'deduction' ? statement.of === 'deduction' : statement.of !== 'deduction')
      ? [statement.points.value]
      : [],
  );
  if (role === 'deduction') return caps[0] ?? null;
  const own = statements.flatMap((statement) => mostStated(statement) ?? []);
  const sum = total([...numbers, ...own]);
  if (numbers.length + own.length > 0 && !isLess(sum, '0.000001')) {
    const [only] = caps;
    return only !== undefined && isLess(only, sum) && numbers.length === 0 ? only : sum;
  }
  return caps[0] ?? null;
}

function mostStated(statement: Statement): string | null {
  switch (statement.kind) {
    case 'award':
      return statement.points.kind === 'number' ? statement.points.value : null;
    case 'checklist':
      if (statement.shared !== null)
        return statement.shared.kind === 'number' ? statement.shared.value : null;
      return sumOfParts(statement.parts.map(({ points }) => points));
    case 'departments':
      return sumOfParts(statement.parts.map(({ points }) => points));
    case 'tiers':
      return greatestOf(statement.tiers.map(({ points }) => points));
    case 'rank-table':
      return greatestOf(statement.ranks.map(({ points }) => points));
    case 'relative':
    case 'proportion':
    case 'quota-rates':
      return statement.points?.kind === 'number' ? statement.points.value : null;
    case 'rank-step':
      return statement.points.kind === 'number' ? statement.points.value : null;
    case 'per-unit':
      return statement.maxCount !== null && statement.points.kind === 'number'
        ? product(statement.maxCount.value, statement.points.value)
        : null;
    default:
      return null;
  }
}

type Price = Extract<Statement, { kind: 'award' }>['points'];

const numbersOf = (prices: readonly Price[]): string[] =>
  prices.flatMap((price) => (price.kind === 'number' ? [price.value] : []));

const sumOfParts = (prices: readonly Price[]): string | null => {
  const numbers = numbersOf(prices);
  return numbers.length === 0 ? null : total(numbers);
};

const greatestOf = (prices: readonly Price[]): string | null => {
  const numbers = numbersOf(prices).map((value) => Rational.parse(value));
  const [first, ...rest] = numbers;
  return first === undefined ? null : decimalOf(rest.reduce((top, value) => top.max(value), first));
};
