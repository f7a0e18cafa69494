import type { Measure, Score } from '@heng/rules';
import type { Edge, PerGap, PerHead } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { measuredName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import {
  blocks,
  constant,
  difference,
  factMeasure,
  greatest,
  isOne,
  least,
  negated,
  product,
  times,
  wholeBlocks,
} from '../measure-terms.js';
import type { Part } from '../part.js';
import { less, more, rangeOf } from './conditions.js';
import { judgedLoss } from './judged.js';
import { askTarget } from './targets.js';
import { inUnit, isRateUnit, unitOf } from './units.js';

type Partial = 'proportional' | 'down' | 'up';

/** Points for each step of a distance from a level. */
export function perGapParts(gap: PerGap, draft: Drafting): Part[] {
  const isRate = isRateUnit(gap.step.unit) || (gap.threshold !== null && isRateUnit(gap.threshold.unit));
  const name = nameOf(gap, draft);
  const points = draft.price(gap.points, { zh: name, en: name }, gap.span);
  if (points === null) return [judgedLoss(draft, name, rangeOf(gap.points, draft.full))];
  const unit = unitOf(gap.step.unit);
  const origin = originOf(gap, { name, unit, isRate }, draft);
  const per = stepOf(gap, origin.value, isRate, draft);
  const partial = partialOf(gap, draft);
  const step = gap.step.value;
  const sides = [negatedIf(gap.direction === 'below', step), step];
  const tries = [
    origin.value,
    ...['0.6', '1.5', '3', '30'].flatMap((times3) =>
      gap.direction === 'either'
        ? [less(origin.value, product(times3, step)), more(origin.value, product(times3, step))]
        : [more(origin.value, product(times3, sides[0] ?? '1'))],
    ),
    ...(gap.opposite === null
      ? []
      : [more(origin.value, negatedIf(gap.direction !== 'below', product('1.5', step)))]),
  ].filter((each, at, all) => !each.startsWith('-') && all.indexOf(each) === at);
  const trial = { good: origin.value, tries, field: origin.field };
  // The yardstick has asked for the same quantity already.
  const again =
    gap.from === 'group-mean' || gap.from === 'previous-period' ? ({ isSame: true } as const) : {};
  const fact = isRate
    ? draft.facts.percent({ title: name, ...again, trial }, { min: '0' })
    : draft.facts.number({ title: name, ...again, unit, trial });
  return partsOf(gap, { name, measure: factMeasure(fact), points, per, partial, origin }, draft);
}

const negatedIf = (isNegated: boolean, value: string): string => (isNegated ? negated(value) : value);

type Gap = {
  readonly name: string;
  readonly measure: Measure;
  readonly points: string;
  readonly per: string;
  readonly partial: Partial;
  readonly origin: Origin;
};

function partsOf(gap: PerGap, { name, measure, points, per, partial, origin }: Gap, draft: Drafting): Part[] {
  const counted = (distance: Measure): Measure => {
    if (partial === 'proportional') return blocks(distance, per);
    if (partial === 'down') return wholeBlocks(distance, per);
    return {
      kind: 'rounded',
      of: isOne(per) ? distance : blocks(distance, per),
      rounding: { mode: 'up', digits: 0 },
    };
  };
  const below = greatest(constant('0'), difference(origin.measure, measure));
  const above = greatest(constant('0'), difference(measure, origin.measure));
  const side = (worth: string) => ({ points: worth, per, partial });
  const [signed, title] = [gap.effect === 'deduct' ? negated(points) : points, text(name)];
  const isDown = gap.direction === 'below';
  const other = gap.opposite === null ? null : draft.priceOf(gap.opposite.points);
  const otherSigned = other === null ? null : gap.opposite?.effect === 'deduct' ? negated(other) : other;
  const direct = (full: string): { measure: Measure; score: Score } => {
    const base = gap.effect === 'add' && otherSigned === null ? '0' : full;
    const [low, high] = isDown ? [signed, otherSigned] : [otherSigned, signed];
    return {
      measure,
      score: {
        method: 'steps',
        base,
        origin: origin.operand,
        ...(gap.direction === 'either' || high !== null ? { above: side(high ?? signed) } : {}),
        ...(gap.direction === 'either' || low !== null ? { below: side(low ?? signed) } : {}),
      },
    };
  };
  const distance =
    gap.direction === 'either' ? { kind: 'sum' as const, of: [below, above] } : isDown ? below : above;
  const first: Part =
    gap.effect === 'deduct'
      ? { kind: 'lose', title, of: counted(distance), each: points, direct }
      : { kind: 'add', title, most: null, of: counted(distance), each: points, direct };
  if (other === null || otherSigned === null) return [first];
  const back = counted(isDown ? above : below);
  return [
    first,
    gap.opposite?.effect === 'add'
      ? { kind: 'add', title, most: null, of: least(times(other, back), constant(draft.full)), each: '1' }
      : { kind: 'lose', title, of: back, each: other },
  ];
}

function nameOf(gap: PerGap, draft: Drafting): string {
  const own = measuredName(gap.words);
  if (own.length >= 3 && !/^(?:未|不|没|可|降低|下降|上升)/u.test(own)) return own;
  const [asked] = (draft.head === null ? draft.ofKind('item-points', 'award') : [draft.head]).flatMap(
    ({ words }) => {
      const name = measuredName(words);
      return name === '' ? [] : [name];
    },
  );
  return asked ?? (draft.item || own || draft.quantity);
}

type Origin = {
  readonly measure: Measure;
  readonly operand: string | Measure;
  readonly value: string;
  readonly field: readonly string[];
};

/** The level from which the distance counts. */
function originOf(
  gap: PerGap,
  quantity: { readonly name: string; readonly unit: string; readonly isRate: boolean },
  draft: Drafting,
): Origin {
  const fixed = (edge: Edge): Origin => {
    const value = inUnit(edge.value, edge.unit, gap.step.unit);
    return { measure: constant(value), operand: value, value, field: [] };
  };
  if (gap.threshold !== null) return fixed(gap.threshold);
  const [item] = (draft.head === null ? draft.ofKind('item-points') : [draft.head]).flatMap(
    ({ bound }) => bound?.low ?? bound?.high ?? [],
  );
  if (gap.from === 'elsewhere' && item !== undefined) return fixed(item);
  if (gap.from === 'group-mean' || gap.from === 'previous-period') {
    // The yardstick is the same quantity: of the cohort, or of last year.
    const own = quantity.isRate
      ? draft.facts.percent({ title: quantity.name, trial: { good: '50', tries: [] } }, { min: '0' })
      : draft.facts.number({ title: quantity.name, unit: quantity.unit, trial: { good: '50', tries: [] } });
    const measure: Measure =
      gap.from === 'group-mean'
        ? { kind: 'cohort', of: factMeasure(own), take: 'mean' }
        : { kind: 'previous', of: factMeasure(own) };
    return { measure, operand: measure, value: '50', field: ['50', '50', '50', '50'] };
  }
  const target = askTarget(draft, { span: gap.span, ...quantity });
  return { measure: target.measure, operand: target.operand, value: target.value, field: [] };
}

/** One step: percentage points, or percent of the level. */
function stepOf(gap: PerGap, origin: string, isRate: boolean, draft: Drafting): string {
  const own = gap.step.value;
  if (!draft.isOpen('percent-or-point', gap)) return own;
  const { choice } = draft.ask({
    code: 'percent-or-point',
    span: gap.span,
    ask: {
      zh: `“${own}%”是 ${own} 个百分点，还是目标值的 ${own}%？`,
      en: `Is “${own}%” ${own} percentage points, or ${own} percent of the target?`,
    },
    choices: [
      { id: 'point', label: { zh: `${own} 个百分点`, en: `${own} percentage points` } },
      { id: 'percent', label: { zh: `目标值的 ${own}%`, en: `${own}% of the target` } },
    ],
    suggested: 'point',
  });
  return choice === 'percent' && isRate ? product(origin, product(own, '0.01')) : own;
}

/** What a part of a step is. */
export function partialOf(gap: Pick<PerGap, 'span'>, draft: Drafting): Partial {
  if (!draft.has('partial-gap')) return 'proportional';
  const before = draft.asking.recorded.find(({ code }) => code === 'partial-gap');
  const { choice } =
    before?.taken ??
    draft.ask({
      code: 'partial-gap',
      span: gap.span,
      ask: {
        zh: '不足一个单位的部分怎么计？',
        en: 'How does a part of a step count?',
      },
      choices: [
        { id: 'proportional', label: { zh: '按比例计', en: 'in proportion' } },
        { id: 'down', label: { zh: '不足一个单位的不计', en: 'not at all' } },
        { id: 'up', label: { zh: '不足一个单位的按一个计', en: 'like a whole step' } },
      ],
      suggested: 'proportional',
    });
  return choice === 'down' || choice === 'up' ? choice : 'proportional';
}

/** A standard per head: reached or not, unless the clause says what each step below it costs. */
export function perHeadParts(head: PerHead, draft: Drafting): Part[] {
  if (draft.reading.statements.length > 1) {
    draft.note(
      `“${draft.words(head.span)}”作为标准，得分按其余规定计算。`,
      `“${draft.words(head.span)}” is taken as the standard; the points follow the other rules.`,
    );
    return [];
  }
  const name = measuredName(head.words) || draft.quantity;
  const unit = unitOf(head.standard.unit);
  const { value } = head.standard;
  const fact = draft.facts.number({
    title: `${name}（人均）`,
    unit,
    trial: { good: value, tries: [value, product(value, '0.9')] },
  });
  return [
    {
      kind: 'earn',
      title: text(name),
      most: draft.full,
      of: {
        kind: 'banded',
        of: factMeasure(fact),
        bands: [
          { to: value, value: '0' },
          { from: value, value: draft.full },
        ],
      },
      each: '1',
      direct: () => ({
        measure: factMeasure(fact),
        score: { method: 'threshold', comparison: 'at-least', at: value },
      }),
    },
  ];
}
