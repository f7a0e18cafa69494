import type { Measure, Score, Text } from '@heng/rules';
import type {
  Award,
  Bound,
  Checklist,
  Loss,
  Part as ListedPart,
  Points,
  Span,
  Words,
} from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { countedName, eventName, measuredName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import {
  constant,
  decimalOf,
  factMeasure,
  greatest,
  isSame,
  least,
  negated,
  product,
  ratio,
  sumOf,
  total,
} from '../measure-terms.js';
import type { Part } from '../part.js';
import { Rational } from '@heng/rules';
import { judgedGain, judgedLoss } from './judged.js';
import { edgeValue, isRateUnit, unitOf } from './units.js';

/** Points when something is met, once. */
export function awardParts(award: Award, draft: Drafting): Part[] {
  const name = eventName(award.words) || draft.quantity;
  const points = draft.price(award.points, { zh: name, en: name }, award.span);
  if (points === null) return [judgedGain(draft, name, rangeOf(award.points, draft.full))];
  const unmet = contraryPoints(award.otherwise, draft);
  const title = text(name);
  if (award.bound !== null) {
    const { measure, score } = boundThreshold(award.words, award.bound, draft, {
      points,
      unmet,
      span: award.span,
    });
    return [
      {
        kind: 'earn',
        title,
        most: points,
        of: bandedPoints(measure, score, points),
        each: '1',
        direct: () => ({ measure, score }),
      },
    ];
  }
  const pieces = joined(award, name, draft, 'all');
  const facts = pieces.map((piece) =>
    draft.facts.boolean({
      title: piece,
      definition: vagueDefinition(award.span, draft),
      trial: { good: true, tries: [false, true] },
    }),
  );
  const met = isAny(award.span, draft)
    ? greatest(...facts.map(factMeasure))
    : least(...facts.map(factMeasure));
  const measure = facts.length === 1 ? factMeasure(facts[0] ?? '') : met;
  const score: Score = {
    method: 'threshold',
    comparison: 'at-least',
    at: '1',
    metPoints: points,
    ...(unmet === '0' ? {} : { unmetPoints: unmet }),
  };
  return [
    {
      kind: 'earn',
      title,
      most: points,
      of: unmet === '0' ? measure : bandedPoints(measure, score, points),
      each: unmet === '0' ? points : '1',
      direct: () => ({ measure, score }),
    },
  ];
}

/** A loss that happens once, each time, or that empties the item. */
export function lossParts(loss: Loss, draft: Drafting): Part[] {
  const name = eventName(loss.words) || draft.quantity;
  if (loss.points.kind === 'none') return [emptying(loss, name, draft)];
  const points = draft.price(loss.points, { zh: name, en: name }, loss.span);
  if (points === null) return [judgedLoss(draft, name, rangeOf(loss.points, draft.full))];
  const title = text(name);
  if (loss.bound !== null) {
    const { measure, score } = boundThreshold(loss.words, loss.bound, draft, {
      points,
      unmet: '0',
      span: loss.span,
    });
    return [{ kind: 'lose', title, of: bandedPoints(measure, score, points), each: '1' }];
  }
  if (
    draft.isOpen('once-or-each', loss) &&
    !draft.asking.hasAsked('once-or-each') &&
    isEach(loss, name, draft)
  ) {
    const unit = '次';
    const fact = draft.facts.count({
      title: `${name}的次数`,
      unit,
      trial: { good: '0', tries: ['1', '2', '3'] },
    });
    return [{ kind: 'lose', title: text(`${name}的次数`), of: factMeasure(fact), each: points }];
  }
  const pieces = joined(loss, name, draft, 'any');
  const facts = pieces.map((piece) =>
    draft.facts.boolean({
      title: piece,
      definition: vagueDefinition(loss.span, draft),
      trial: { good: false, tries: [true, false] },
    }),
  );
  const measures = facts.map(factMeasure);
  const of =
    facts.length === 1
      ? factMeasure(facts[0] ?? '')
      : isAny(loss.span, draft)
        ? greatest(...measures)
        : least(...measures);
  return [{ kind: 'lose', title, of, each: points }];
}

/** 不得分: the item is worth nothing then, or it is all that the item is about. */
function emptying(loss: Loss, name: string, draft: Drafting): Part {
  const because = text(name);
  if (loss.bound !== null) {
    const met = boundThreshold(loss.words, loss.bound, draft, { points: '1', unmet: '0', span: loss.span });
    const { measure, score } = met;
    const when =
      score.method === 'threshold'
        ? ({ kind: 'compare', left: measure, comparison: score.comparison, right: score.at } as const)
        : ({
            kind: 'compare',
            left: bandedPoints(measure, score, '1'),
            comparison: 'at-least',
            right: '1',
          } as const);
    // 至少2种，否则不得分: the bound is what is asked, and the item is empty where it is not reached.
    const isDemand =
      /否则|未达|不足|达不到/u.test(draft.words(loss.span)) &&
      loss.bound.low !== null &&
      !/低于/u.test(draft.words(loss.span));
    return {
      kind: 'exception',
      when: isDemand ? { kind: 'not', of: when } : when,
      points: '0',
      because,
      direct: (points) => ({
        measure,
        score: isDemand ? withPoints(score, points, '0') : withPoints(score, '0', points),
      }),
    };
  }
  const pieces = joined(loss, name, draft, 'any');
  const facts = pieces.map((piece) =>
    draft.facts.boolean({
      title: piece,
      definition: vagueDefinition(loss.span, draft),
      trial: { good: false, tries: [true, false] },
    }),
  );
  const each = facts.map((fact) => ({ kind: 'is-true', fact }) as const);
  const [first] = each;
  const measures = facts.map(factMeasure);
  const isAnyOne = isAny(loss.span, draft);
  const measure =
    facts.length === 1 ? factMeasure(facts[0] ?? '') : isAnyOne ? greatest(...measures) : least(...measures);
  return {
    kind: 'exception',
    when: each.length === 1 && first !== undefined ? first : { kind: isAnyOne ? 'any' : 'all', of: each },
    points: '0',
    because,
    direct: (points) => ({
      measure,
      score: { method: 'threshold', comparison: 'at-least', at: '1', metPoints: '0', unmetPoints: points },
    }),
  };
}

const withPoints = (score: Score, met: string, unmet: string): Score =>
  score.method === 'threshold' ? { ...score, metPoints: met, unmetPoints: unmet } : score;

/** Parts with their own points, or requirements that share them. */
export function checklistParts(list: Checklist, draft: Drafting): Part[] {
  if (list.shared !== null) return sharedParts(list, draft);
  return list.parts.flatMap((part) => listedPart(part, list.span, draft));
}

function listedPart(part: ListedPart, span: Span, draft: Drafting): Part[] {
  const name = eventName(part.words) || draft.quantity;
  const points = draft.price(part.points, { zh: name, en: name }, part.span);
  if (points === null) return [judgedGain(draft, name, rangeOf(part.points, draft.full))];
  if (part.bound !== null) {
    const { measure, score } = boundThreshold(part.words, part.bound, draft, { points, unmet: '0', span });
    return [
      { kind: 'earn', title: text(name), most: points, of: bandedPoints(measure, score, points), each: '1' },
    ];
  }
  const fact = draft.facts.boolean({
    title: name,
    definition: vagueDefinition(part.span, draft),
    trial: { good: true, tries: [false] },
  });
  return [{ kind: 'earn', title: text(name), most: points, of: factMeasure(fact), each: points }];
}

/** Requirements that share points: in equal parts, all or nothing, or as the department sees it. */
function sharedParts(list: Checklist, draft: Drafting): Part[] {
  const name = draft.item || eventName(list.requirements[0] ?? null);
  const points = (list.shared && draft.price(list.shared, { zh: name, en: name }, list.span)) ?? draft.full;
  const count = String(Math.max(1, list.requirements.length));
  const { choice } = draft.ask({
    code: 'split-unstated',
    span: list.span,
    ask: {
      zh: `${count} 项要求合计 ${points} 分，每项各占多少没有写。怎么分？`,
      en: `${count} requirements share ${points} points, and their shares are not given. How are they shared?`,
    },
    choices: [
      { id: 'equal', label: { zh: '平均分：每项一样多', en: 'equally' } },
      { id: 'all', label: { zh: '全部做到才得分，缺一项不得分', en: 'all or nothing' } },
      {
        id: 'judge',
        label: {
          zh: `由评分部门在 0 至 ${points} 分之间评定`,
          en: `the department decides between 0 and ${points}`,
        },
      },
    ],
    suggested: 'equal',
  });
  if (choice === 'judge') return [judgedGain(draft, name, { low: '0', high: points })];
  const facts = list.requirements.map((words) =>
    draft.facts.boolean({
      title: eventName(words),
      definition: vagueDefinition(words.span, draft),
      trial: { good: true, tries: [false] },
    }),
  );
  const titles = list.requirements.map((words) => text(eventName(words)));
  const measures = facts.map(factMeasure);
  if (choice === 'all') {
    const of = measures.length === 1 ? (measures[0] ?? constant('1')) : least(...measures);
    return [
      {
        kind: 'earn',
        title: text(name),
        most: points,
        of,
        each: points,
        direct: () => ({
          measure: of,
          score: { method: 'threshold', comparison: 'at-least', at: '1', metPoints: points },
        }),
      },
    ];
  }
  const each = decimalOf(Rational.parse(points).over(Rational.parse(count)));
  if (each === null) {
    return [
      {
        kind: 'earn',
        title: text(name),
        most: points,
        of: ratio(sumOf(measures), constant(count)),
        each: points,
      },
    ];
  }
  return measures.map((of, at) => ({ kind: 'earn', title: titles[at] ?? text(name), most: each, of, each }));
}

/** The points of the contrary case; a loss where the words say so. */
function contraryPoints(otherwise: Points | null, draft: Drafting): string {
  if (otherwise === null) return '0';
  const points = draft.priceOf(otherwise) ?? '0';
  return draft.isLoss(otherwise) && !isSame(points, '0') ? negated(points) : points;
}

export const rangeOf = (points: Points, full: string): { low: string; high: string } =>
  points.kind === 'range' ? { low: points.low, high: points.high ?? full } : { low: '0', high: full };

/** Once, or each time? */
function isEach(loss: Loss, name: string, draft: Drafting): boolean {
  const { choice } = draft.ask({
    code: 'once-or-each',
    span: loss.span,
    ask: {
      zh: `“${name}”可能不止一次：只扣一次，还是每次都扣？`,
      en: `“${name}” can happen more than once: does it count once or each time?`,
    },
    choices: [
      { id: 'each', label: { zh: '每发生一次扣一次', en: 'each time' } },
      { id: 'once', label: { zh: '只扣一次', en: 'once' } },
    ],
    suggested: loss.isEvent ? 'each' : 'once',
  });
  return choice === 'each';
}

/** Conditions joined by 、 or 和: their names one by one, where the author decides between any and all. */
function joined(statement: Award | Loss, name: string, draft: Drafting, suggested: 'any' | 'all'): string[] {
  if (!draft.isOpen('and-or', statement)) return [name];
  const pieces = name
    .replace(/的$/u, '')
    .split(/[、]|和|及|并且|并/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const named = pieces.length >= 2 && pieces.length <= 6 ? withCommonBeginning(pieces) : [name];
  draft.ask({
    code: 'and-or',
    span: statement.span,
    ask: {
      zh: `“${name}”并列了几个条件，只写了一个分数：有一个就算，还是都有才算？`,
      en: `“${name}” joins conditions under one price: is one of them enough, or must all hold?`,
    },
    choices: [
      { id: 'any', label: { zh: '有其中一个就算', en: 'one of them is enough' } },
      { id: 'all', label: { zh: '几个都有才算', en: 'all of them' } },
    ],
    suggested,
  });
  return named;
}

/** 无工作计划和专门部署: the 无 belongs to both. */
function withCommonBeginning(pieces: readonly string[]): string[] {
  const start = /^(?:未能|未|没有按|没有|没|不|无)/u.exec(pieces[0] ?? '')?.[0] ?? '';
  return pieces.map((piece, at) =>
    at > 0 && start !== '' && !/^(?:未|没|不|无)/u.test(piece) ? `${start}${piece}` : piece,
  );
}

const isAny = (span: Span, draft: Drafting): boolean =>
  draft.asking.recorded.some(
    (question) =>
      question.code === 'and-or' && question.span.start === span.start && question.taken.choice === 'any',
  );

/** What an evaluative word means, as the author says it. */
function vagueDefinition(span: Span, draft: Drafting): string | undefined {
  const vague = draft.reading.ambiguities.find(
    (found) =>
      found.code === 'vague-condition' && found.span.start >= span.start && found.span.end <= span.end,
  );
  if (vague === undefined || draft.asking.recorded.some((asked) => asked.code === 'vague-condition'))
    return undefined;
  return vagueAnswer(vague.span, draft);
}

/** Asks once what an evaluative word means; the answer is a definition of the fact. */
export function vagueAnswer(span: Span, draft: Drafting): string | undefined {
  const word = draft.words(span);
  const { choice, value } = draft.ask({
    code: 'vague-condition',
    span,
    ask: {
      zh: `“${word}”没有标准，怎样算做到？`,
      en: `There is no measure for “${word}”. What counts?`,
    },
    choices: [
      {
        id: 'department',
        label: { zh: '由评分部门认定是与否', en: 'the department finds whether it holds' },
      },
      {
        id: 'define',
        label: { zh: '写明认定标准（填写）', en: 'say what counts (fill in)' },
        needsValue: true,
      },
    ],
    suggested: 'department',
    input: { kind: 'text' },
    example: '以书面材料为准',
  });
  return choice === 'define' ? value : undefined;
}

type Prices = { readonly points: string; readonly unmet: string; readonly span: Span };

/** A demand on a value as a threshold, or as a band where it has two ends. */
export function boundThreshold(
  words: Words | null,
  bound: Bound,
  draft: Drafting,
  { points, unmet }: Prices,
): { readonly measure: Measure; readonly score: Score } {
  const edge = bound.low ?? bound.high;
  const unit = edge === null ? null : edge.unit;
  const value = edge === null ? '0' : edgeValue(edge);
  const name = measuredName(words) || countedName(words, unit) || draft.quantity;
  const fact = isRateUnit(unit)
    ? draft.facts.percent({ title: name, trial: aroundPercent(value, bound) })
    : draft.facts.number({ title: name, unit: unitOf(unit), trial: aroundNumber(value, bound) });
  const measure = factMeasure(fact);
  const { low, high } = bound;
  if (low !== null && high !== null) {
    const score: Score = {
      method: 'tiers',
      form: 'step',
      bands: [
        { to: edgeValue(low), toIncluded: low.inclusive === false, points: unmet },
        {
          from: edgeValue(low),
          fromIncluded: low.inclusive !== false,
          to: edgeValue(high),
          toIncluded: high.inclusive !== false,
          points,
        },
        { from: edgeValue(high), fromIncluded: high.inclusive === false, points: unmet },
      ],
    };
    return { measure, score };
  }
  const comparison =
    low !== null
      ? low.inclusive === false
        ? ('more-than' as const)
        : ('at-least' as const)
      : high?.inclusive === false
        ? ('less-than' as const)
        : ('at-most' as const);
  return {
    measure,
    score: {
      method: 'threshold',
      comparison,
      at: value,
      metPoints: points,
      ...(unmet === '0' ? {} : { unmetPoints: unmet }),
    },
  };
}

const aroundPercent = (value: string, bound: Bound) => ({
  good: bound.low === null ? '0' : '100',
  tries: [
    ...new Set(
      [value, less(value, '1'), less(value, '2.5'), more(value, '1'), more(value, '2.5')].filter(
        (each) => !each.startsWith('-') && Number.parseInt(each, 10) <= 100,
      ),
    ),
  ],
});

const aroundNumber = (value: string, bound: Bound) => ({
  good: bound.low === null ? '0' : more(value, '1'),
  tries: [value, less(value, '1'), more(value, '1')].filter((each) => !each.startsWith('-')),
});

export const less = (value: string, by: string): string =>
  Rational.parse(value).minus(Rational.parse(by)).toText();
export const more = (value: string, by: string): string => total([value, by]);

/** The points of a threshold or of bands as an expression, for rules of several parts. */
export function bandedPoints(measure: Measure, score: Score, points: string): Measure {
  if (score.method === 'tiers') {
    return {
      kind: 'banded',
      of: measure,
      bands: score.bands.map(({ title: _title, points: own, share, rate: _rate, ...band }) => ({
        ...band,
        value: own ?? product(points, share ?? '0'),
      })),
    };
  }
  if (score.method !== 'threshold' || typeof score.at !== 'string') return measure;
  const { at, comparison, metPoints = points, unmetPoints = '0' } = score;
  switch (comparison) {
    case 'at-least':
    case 'more-than':
      return twoBands(measure, at, comparison === 'at-least', { below: unmetPoints, above: metPoints });
    case 'at-most':
    case 'less-than':
      return twoBands(measure, at, comparison === 'less-than', { below: metPoints, above: unmetPoints });
    case 'equal':
      return {
        kind: 'banded',
        of: measure,
        bands: [
          { to: at, value: unmetPoints },
          { from: at, to: at, toIncluded: true, value: metPoints },
          { from: at, fromIncluded: false, value: unmetPoints },
        ],
      };
  }
}

const twoBands = (
  of: Measure,
  at: string,
  isUpper: boolean,
  { below, above }: { readonly below: string; readonly above: string },
): Measure => ({
  kind: 'banded',
  of,
  bands: [
    { to: at, toIncluded: !isUpper, value: below },
    { from: at, fromIncluded: isUpper, value: above },
  ],
});

export const nameText = (name: string): Text => text(name);
