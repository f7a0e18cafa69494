import {
  Finish,
  Indicator,
  Measure,
  NotApplicable,
  Score,
  canonicalRule,
  type CanonicalRule,
  type Section,
  type Text,
} from '@heng/rules';
import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import type { ClauseContext } from './clause-context.js';
import { clauseTokensOf } from './clause-lexer.js';
import { ClauseParser } from './clause-parser.js';
import { UnreadableClause, unreadable, type ClauseProblem, type Span } from './clause-problem.js';
import type { ClauseNode, FinishNode } from './clause-syntax.js';
import { spanOf, unquoted } from './resolve-names.js';
import { decimalOf, roundingOf } from './resolve-numbers.js';
import { MeasureResolver, type WhenZero } from './resolve-measure.js';
import { ScoreResolver } from './resolve-score.js';

export type ReadClause =
  | {
      readonly ok: true;
      /** The rule in its canonical form, see `canonicalRule`. */
      readonly rule: CanonicalRule;
      /** Whether the clause adds points, takes them, or stands in no total. */
      readonly role: Section['role'];
      /** The proof that the clause asks for, by fact. */
      readonly evidence: readonly { readonly fact: string; readonly proof: Text }[];
    }
  | { readonly ok: false; readonly problem: ClauseProblem };

/** Longer texts are not looked at; the longest clause of a default rule book has about 200 characters. */
export const longestCanonicalClause = 20_000;

/**
 * Reads a canonical clause, as `clauseOf` writes it in Chinese, back into the rule that it was written from. Spaces, full-width forms and
 * the kind of commas do not matter; everything else does: what cannot be read for certain is a problem with its place.
 *
 * @param context the names that the clause can speak of; see `clauseContextOf`
 */
export function readCanonicalClause(text: string, context: ClauseContext): ReadClause {
  try {
    return read(text, context);
  } catch (error) {
    if (error instanceof UnreadableClause) return { ok: false, problem: error.problem };
    throw error;
  }
}

function read(text: string, context: ClauseContext): ReadClause {
  if (text.length > longestCanonicalClause)
    return unreadable(
      'TOO_LONG',
      { start: longestCanonicalClause, end: text.length },
      [
        `条款超过 ${longestCanonicalClause} 字。`,
        `The clause is longer than ${longestCanonicalClause} characters.`,
      ],
      ['请拆成几个指标。', 'Split it into several indicators.'],
    );
  const node = parsed(clauseTokensOf(text, context), text);
  const points = decimalOf(node.points);
  const measures = new MeasureResolver(context, whenZeroOf(node, context));
  const { measure, score } = new ScoreResolver(measures, points).resolve(
    node.score,
    node.subject,
    node.required,
  );
  const rule = canonicalRule(
    { points, measure, score, ...lastSteps(node, measures, context) },
    { role: node.role, rounding: context.rounding },
  );
  checkForm(rule, text);
  return { ok: true, rule, role: node.role, evidence: evidenceOf(node, measures) };
}

const parser = new ClauseParser().ready();

function parsed(tokens: IToken[], text: string): ClauseNode {
  parser.input = tokens;
  const node = parser.clause();
  const [error] = parser.errors;
  return error === undefined ? node : misplaced(error, text);
}

function misplaced({ token, message }: IRecognitionException, text: string): never {
  const isEnd = token.tokenType === EOF;
  const place: Span = isEnd ? { start: text.length, end: text.length } : spanOf(token);
  const expected = message.split('\n').filter((label) => label !== '');
  const list = expected.slice(0, 6).map((label) => `“${label}”`);
  const more = expected.length > list.length;
  const shown = text.slice(place.start, place.end);
  return unreadable(
    isEnd ? 'TOO_SHORT' : 'MISPLACED',
    place,
    isEnd
      ? ['条款没有写完。', 'The clause ends too early.']
      : [`读不懂这里的“${shown}”。`, `"${shown}" cannot stand here.`],
    list.length === 0
      ? ['请对照规则重新写这一处。', 'Write this place anew, as the rule says it.']
      : [
          `这里应写${list.join('、')}${more ? '等' : ''}。`,
          `Expected here: ${list.join(', ')}${more ? ' or the like' : ''}.`,
        ],
  );
}

/** What the clause says of all its zero denominators. */
function whenZeroOf({ last }: ClauseNode, context: ClauseContext): WhenZero | null {
  const said = last.flatMap((part) => (part.kind === 'zero' ? [part] : []));
  const [first, second] = said;
  if (second !== undefined) return twice(second.at);
  return first === undefined ? null : new MeasureResolver(context, null).whenZeroOf(first.zero);
}

type LastSteps = Pick<CanonicalRule, 'finish' | 'notApplicable' | 'missing'>;

type Policy = {
  policy?: NotApplicable['policy'];
  points?: string;
  when?: NonNullable<NotApplicable['when']>;
};

function lastSteps(node: ClauseNode, measures: MeasureResolver, context: ClauseContext): LastSteps {
  const finish: Finish = {};
  const policy: Policy = {};
  let missing: CanonicalRule['missing'] | null = null;
  for (const part of node.last) {
    switch (part.kind) {
      case 'exception':
        (finish.exceptions ??= []).push({
          when: measures.condition(part.when),
          points: part.points === null ? 'full' : decimalOf(part.points),
          because: measures.names.phrase(part.because),
        });
        break;
      case 'linked-cap':
        finish.linkedCap = { indicator: measures.names.indicator(part.name) };
        break;
      case 'floor':
        finish.floor = decimalOf(part.points);
        break;
      case 'cap':
        finish.cap = decimalOf(part.points);
        break;
      case 'rounding':
        finish.rounding = roundingOf(part.rounding);
        break;
      case 'unrounded':
        if (context.rounding !== null) return roundedByBook(part);
        break;
      case 'applies-not':
        policy.when = measures.condition(part.when);
        break;
      case 'not-applicable':
        if (policy.policy !== undefined) return twice(part.at);
        policy.policy = part.policy;
        break;
      case 'not-applicable-points':
        if (policy.policy !== undefined) return twice(part.at);
        [policy.policy, policy.points] = ['fixed', decimalOf(part.points)];
        break;
      case 'missing':
        missing = part.policy;
        break;
      case 'to-the-end':
      case 'zero':
      case 'evidence':
        break;
    }
  }
  if (missing === null) return missingUnsaid(node);
  return { finish, ...policyOf(policy, node), missing };
}

function policyOf({ policy, points, when }: Policy, node: ClauseNode): Pick<LastSteps, 'notApplicable'> {
  if (policy === undefined) return when === undefined ? {} : policyUnsaid(node);
  return {
    notApplicable: { policy, ...(points === undefined ? {} : { points }), ...(when ? { when } : {}) },
  };
}

function evidenceOf({ last }: ClauseNode, measures: MeasureResolver) {
  return last.flatMap((part) =>
    part.kind === 'evidence'
      ? part.list.map(({ name, proof }) => ({
          fact: measures.names.fact(name).id,
          proof: measures.names.text(unquoted(proof)),
        }))
      : [],
  );
}

/** The limits of the rule format: sizes of numbers and lists. */
function checkForm({ points, measure, score, finish, notApplicable }: CanonicalRule, text: string): void {
  const checks = [
    Indicator.shape.points.safeParse(points),
    Measure.safeParse(measure),
    Score.safeParse(score),
    Finish.safeParse(finish ?? {}),
    NotApplicable.optional().safeParse(notApplicable),
  ];
  const broken = checks.find(({ success }) => !success);
  if (broken?.error === undefined) return;
  const issue = broken.error.issues[0];
  unreadable(
    'OUTSIDE_FORMAT',
    { start: 0, end: text.length },
    [
      '条款里的数或列表超出了规则书格式的范围。',
      `A number or list of the clause is outside of the format: ${issue?.message ?? ''}.`,
    ],
    ['请检查数的位数和列表的长短。', 'Check the digits of numbers and the length of lists.'],
  );
}

const whole = ({ points }: ClauseNode): Span => spanOf(points.digits);

const missingUnsaid = (node: ClauseNode): never =>
  unreadable(
    'MISSING_UNSAID',
    whole(node),
    ['没有写明缺数据怎么办。', 'What happens without data is not said.'],
    [
      '请补上“没有数据的暂不计分”“没有数据的得 0 分”或“没有数据的取同组平均分”。',
      'Say that there are no points yet, 0 points, or the mean of the cohort.',
    ],
  );

const policyUnsaid = (node: ClauseNode): never =>
  unreadable(
    'POLICY_UNSAID',
    whole(node),
    [
      '写了哪些视为不涉及，没有写不涉及怎么计。',
      'It is said what is not applicable, but not what that means.',
    ],
    ['请补上“不涉及的得满分”等。', 'Add what not applicable means, such as full points.'],
  );

const roundedByBook = ({ at }: Extract<FinishNode, { kind: 'unrounded' }>): never =>
  unreadable(
    'ROUNDED_BY_BOOK',
    spanOf(at),
    [
      '规则书规定指标得分要取整，这里不能写不取整。',
      'The book rounds all indicators; this one cannot be left unrounded.',
    ],
    ['请去掉“得分不取整”，或改规则书的取整规定。', 'Leave this out, or change the rounding of the book.'],
  );

const twice = (at: IToken): never =>
  unreadable(
    'SAID_TWICE',
    spanOf(at),
    ['同一件事写了两次。', 'This is said twice.'],
    ['请只保留一处。', 'Keep one of the two.'],
  );
