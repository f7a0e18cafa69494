import { numberText, type Fact, type FactValue, type Text } from '@heng/rules';
import { attempt, type Attempt } from './attempt.js';
import type { RecordedQuestion } from './asking.js';
import type { ClauseReading } from './clause-reading.js';
import type { DraftContext } from './draft-context.js';
import type { NeededFact } from './fact-needs.js';
import type { Answer, Answers, Question } from './question.js';
import { trialOf, type Deviation } from './trial.js';

/**
 * What the author of a clause must decide, as multiple choice; each choice with what follows from it in points, worked out by the engine
 * on the rule that is drafted with it.
 *
 * @param answers decisions that are made already: they can open or close others
 */
export function questionsOf(
  reading: ClauseReading,
  context: DraftContext = {},
  answers: Answers = {},
): Question[] {
  const made = attempt(reading, context, answers);
  return withConsequences(made.asking.recorded, { reading, context, answers });
}

type Surroundings = {
  readonly reading: ClauseReading;
  readonly context: DraftContext;
  readonly answers: Answers;
};

export function withConsequences(recorded: readonly RecordedQuestion[], around: Surroundings): Question[] {
  return recorded.map((question) => questionOf(question, around));
}

function questionOf(question: RecordedQuestion, around: Surroundings): Question {
  const { id, code, span, quote, ask, choices, suggested, input } = question;
  const consequences = consequencesOf(question, around);
  return {
    id,
    code,
    span,
    quote,
    ask,
    choices: choices.map((choice, at) => ({
      id: choice.id,
      label: choice.label,
      consequence: consequences[at] ?? { zh: '', en: '' },
      needsValue: choice.needsValue === true,
    })),
    ...(input ? { input } : {}),
    suggested,
  };
}

function consequencesOf(question: RecordedQuestion, { reading, context, answers }: Surroundings): Text[] {
  const drafts = question.choices.map((choice) => {
    const given = answers[question.id];
    const value =
      given?.choice === choice.id && given.value !== undefined ? given.value : (question.example ?? '1');
    const answer: Answer = choice.needsValue === true ? { choice: choice.id, value } : { choice: choice.id };
    const made = attempt(reading, context, { ...answers, [question.id]: answer }, false);
    return { made, example: choice.needsValue === true ? value : null };
  });
  const shown = mostTelling(
    drafts.map(({ made }) => made),
    context,
  );
  return drafts.map(({ example }, at) => {
    const text = shown[at] ?? { zh: '', en: '' };
    return example === null || question.input?.kind === 'text'
      ? text
      : { zh: `如填 ${example}：${text.zh}`, en: `with ${example}: ${text.en}` };
  });
}

/** The input on which the drafts differ most, and what each gives on it. */
function mostTelling(drafts: readonly Attempt[], context: DraftContext): Text[] {
  const trials = drafts.map((draft) => trialFor(draft, context));
  const candidates = candidatesOf(drafts);
  let best: {
    readonly deviation: Deviation;
    readonly points: readonly (string | null)[];
    readonly worth: number;
  } | null = null;
  for (const deviation of candidates) {
    const points = trials.map((trial) => trial(deviation));
    const known = points.filter((value) => value !== null);
    const worth = new Set(known).size * 100 + known.length;
    if (best === null || worth > best.worth) best = { deviation, points, worth };
    if (worth >= drafts.length * 100 + drafts.length) break;
  }
  return drafts.map((draft, at) => {
    const points = best?.points[at] ?? null;
    if (best !== null && points !== null) return told(draft, best.deviation, points);
    const [own = null] = candidatesOf([draft]);
    const value = trials[at]?.(own) ?? null;
    return value === null ? withoutPoints(draft) : told(draft, own, value);
  });
}

const mostCandidates = 60;

/** Every value worth trying of every fact, by title; first that nothing deviates. */
function candidatesOf(drafts: readonly Attempt[]): Deviation[] {
  const seen = new Set<string>();
  const found: Deviation[] = [];
  for (const { fact, trial } of drafts.flatMap(({ facts }) => facts)) {
    for (const value of trial.tries) {
      const key = `${fact.title.zh} ${JSON.stringify(value)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ title: fact.title.zh, value });
    }
  }
  return found.length === 0 ? [null] : found.slice(0, mostCandidates);
}

function trialFor(
  { indicator, facts }: Attempt,
  context: DraftContext,
): (deviation: Deviation) => string | null {
  if (indicator === null) return () => null;
  const trial = trialOf(indicator, facts, context);
  return (deviation) =>
    deviation !== null && !facts.some((needed) => fits(needed, deviation)) ? null : trial(deviation);
}

/** The same title can stand for a list in one draft and for a number in another. */
function fits({ fact, trial }: NeededFact, { title, value }: NonNullable<Deviation>): boolean {
  const own = trial.tries[0] ?? trial.good;
  return (
    fact.title.zh === title && typeof own === typeof value && Array.isArray(own) === Array.isArray(value)
  );
}

function told({ facts }: Attempt, deviation: Deviation, points: string): Text {
  const number = numberText(points);
  const needed = deviation === null ? undefined : facts.find((each) => fits(each, deviation));
  if (deviation === null || needed === undefined) return { zh: `得 ${number} 分`, en: `${number} points` };
  const value = valueText(needed.fact, deviation.value);
  const others = (needed.trial.field ?? []).map((each) => valueText(needed.fact, each));
  const beside =
    others.length > 0
      ? {
          zh: `（同组其他单位为 ${listed(
            others.map(({ zh }) => zh.trim()),
            '、',
            ` 等 ${others.length} 家`,
          )}）`,
          en: ` (others: ${listed(
            others.map(({ en }) => en),
            ', ',
            `, ${others.length} in all`,
          )})`,
        }
      : { zh: '', en: '' };
  return {
    zh: `“${deviation.title}”为${value.zh}${beside.zh}时得 ${number} 分`,
    en: `${number} points with “${needed.fact.title.en}” ${value.en}${beside.en}`,
  };
}

const listed = (all: readonly string[], between: string, more: string): string =>
  all.length > 5 ? all.slice(0, 4).join(between) + more : all.join(between);

/** A choice that leaves no indicator: a veto, or rules of the whole book. */
function withoutPoints({ vetoes, indicator }: Attempt): Text {
  const [veto] = vetoes;
  if (indicator === null && veto !== undefined) {
    const kinds = {
      'grade-ceiling': {
        zh: '不改变得分，最好等次不能评',
        en: 'the points stay, the best grade is out of reach',
      },
      grade: { zh: '不改变得分，等次定为最低', en: 'the points stay, the grade is the last one' },
      'grade-down': { zh: '不改变得分，降低等次', en: 'the points stay, the grade goes down' },
      'indicator-zero': { zh: '所列指标得 0 分', en: 'the named indicators get 0 points' },
      'indicators-named-zero': { zh: '所列指标得 0 分', en: 'the named indicators get 0 points' },
      'no-award': { zh: '不改变得分，没有奖励资格', en: 'the points stay, there is no award' },
      'withdraw-title': { zh: '不改变得分，撤销称号', en: 'the points stay, the title is withdrawn' },
    } as const;
    return kinds[veto.effects[0]?.kind ?? 'no-award'];
  }
  return { zh: '要有全组数据才能算出得分', en: 'points need the figures of the whole group' };
}

function valueText(fact: Fact, value: FactValue): Text {
  const same = (text: string): Text => ({ zh: text, en: text });
  if (typeof value === 'boolean') return value ? { zh: '“是”', en: 'yes' } : { zh: '“否”', en: 'no' };
  if (typeof value === 'string') {
    if (fact.kind === 'percent') return { zh: ` ${value}% `, en: `${value}%` };
    if (fact.kind === 'number') return { zh: ` ${value} ${fact.unit.zh}`, en: `${value} ${fact.unit.en}` };
    const option = fact.kind === 'choice' ? fact.options.find(({ id }) => id === value)?.title : undefined;
    return option ? { zh: `“${option.zh}”`, en: `“${option.en}”` } : same(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return { zh: '没有记录', en: 'without entries' };
    const list = value.map((entry) => ('level' in entry ? levelOf(fact, entry.level) : entry.score));
    const isOneMatter =
      value.length > 1 && value.every((entry) => 'matter' in entry && entry.matter !== undefined);
    return isOneMatter
      ? { zh: `同一事项的 ${list.join('、')}`, en: `${list.join(', ')} of one matter` }
      : { zh: ` ${list.join('、')}`, en: list.join(', ') };
  }
  const list = Object.entries(value).map(([id, each]) => `${levelOf(fact, id)} ${each}`);
  return { zh: ` ${list.join('、')}`, en: list.join(', ') };
}

function levelOf(fact: Fact, id: string): string {
  const named =
    fact.kind === 'records'
      ? fact.levels
      : fact.kind === 'raters'
        ? fact.groups
        : fact.kind === 'ballots'
          ? fact.options
          : [];
  return named.find((each) => each.id === id)?.title.zh ?? id;
}
