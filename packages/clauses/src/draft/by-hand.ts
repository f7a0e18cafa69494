import type { Fact, Indicator, Text } from '@heng/rules';
import type { DraftContext } from './draft-context.js';
import { FactNeeds, departmentText, text, type NeededFact } from './fact-needs.js';
import { factMeasure, negated } from './measure-terms.js';

export type ByHand = {
  readonly indicator: Indicator;
  readonly facts: readonly NeededFact[];
};

/** The item scored by its department: what a rule cannot hold is never lost, it is judged within the points of the item. */
export function byHandIndicator(context: DraftContext, points: string): ByHand {
  const needs = new FactNeeds(context);
  const role = context.role ?? 'base';
  const item = context.indicator?.trim() || '本项';
  const fact = needs.number({
    title: role === 'deduction' ? `${item}扣分` : `${item}得分`,
    isOwn: true,
    unit: '分',
    checks: { min: '0', max: points },
    trial: { good: role === 'deduction' ? '0' : points, tries: ['0', points] },
  });
  const measure = factMeasure(fact);
  const rule: Pick<Indicator, 'measure' | 'score'> =
    role === 'deduction'
      ? {
          measure,
          score: {
            method: 'steps',
            base: '0',
            origin: '0',
            above: { points: '-1', per: '1', partial: 'proportional' },
          },
        }
      : { measure, score: { method: 'judged', reasonRequired: true } };
  return { indicator: { ...frame(context, points), ...rule }, facts: needs.all };
}

/** The item as a yes or no of its department: done or not; of a deduction, whether it happened. */
export function yesNoIndicator(context: DraftContext, points: string): ByHand {
  const needs = new FactNeeds(context);
  const item = context.indicator?.trim() || '本项';
  const isLoss = context.role === 'deduction';
  const fact = needs.boolean({
    title: isLoss ? `${item}（发生）` : `${item}（做到）`,
    isOwn: true,
    trial: { good: !isLoss, tries: [isLoss] },
  });
  const score: Indicator['score'] = {
    method: 'threshold',
    comparison: 'at-least',
    at: '1',
    ...(isLoss ? { metPoints: negated(points), unmetPoints: '0' } : { metPoints: points }),
  };
  return { indicator: { ...frame(context, points), measure: factMeasure(fact), score }, facts: needs.all };
}

/** Everything of an indicator that does not depend on its clause. */
export function frame(
  context: DraftContext,
  points: string,
): Pick<Indicator, 'id' | 'title' | 'points' | 'scoredBy' | 'missing'> {
  return {
    id: context.id ?? 'item',
    title: titleOf(context),
    points,
    scoredBy: departmentText(context.department),
    missing: 'wait',
  };
}

const titleOf = ({ indicator }: DraftContext): Text => text((indicator?.trim() || '未命名项').slice(0, 200));

export const onlyFacts = (needed: readonly NeededFact[]): Fact[] => needed.map(({ fact }) => fact);
