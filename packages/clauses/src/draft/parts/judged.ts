import type { Drafting } from '../drafting.js';
import { text } from '../fact-needs.js';
import { factMeasure } from '../measure-terms.js';
import type { Part } from '../part.js';

type Range = { readonly low: string; readonly high: string };

/** Points that the department gives within a span. */
export function judgedGain(draft: Drafting, name: string, { low, high }: Range): Part {
  const title = `${name || draft.quantity}得分`;
  draft.byHand.push({
    zh: `“${name || draft.quantity}”由评分部门在 ${low}—${high} 分之间评定`,
    en: `“${name || draft.quantity}” is judged by the department between ${low} and ${high}`,
  });
  const fact = draft.facts.number({
    title,
    isOwn: true,
    unit: '分',
    checks: { min: '0', max: high },
    trial: { good: high, tries: [low, high] },
  });
  return {
    kind: 'earn',
    title: text(title),
    most: high,
    of: factMeasure(fact),
    each: '1',
    direct: (points) =>
      points === high
        ? { measure: factMeasure(fact), score: { method: 'judged', reasonRequired: true } }
        : null,
  };
}

/** Points that the department takes within a span. */
export function judgedLoss(draft: Drafting, name: string, { low, high }: Range): Part {
  const title = `${name || draft.quantity}扣分`;
  draft.byHand.push({
    zh: `“${name || draft.quantity}”扣多少由评分部门在 ${high} 分以内评定`,
    en: `how much “${name || draft.quantity}” costs is judged by the department, up to ${high}`,
  });
  const fact = draft.facts.number({
    title,
    isOwn: true,
    unit: '分',
    checks: { min: '0', max: high },
    trial: { good: '0', tries: [low === '0' ? high : low, high] },
  });
  return { kind: 'lose', title: text(title), of: factMeasure(fact), each: '1' };
}
