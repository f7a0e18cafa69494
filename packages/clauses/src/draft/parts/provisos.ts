import type {
  Cascade,
  Diminishing,
  Exemption,
  FurtherLoss,
  Proviso,
  SameMatter,
  Shared,
} from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { eventName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import { factMeasure } from '../measure-terms.js';
import type { Part } from '../part.js';
import { judgedLoss } from './judged.js';

/** A further loss when a level is reached. */
export function furtherLossParts(loss: FurtherLoss, draft: Drafting): Part[] {
  const name = `${draft.item}${draft.words(loss.span)}`.slice(0, 40);
  const points = draft.price(loss.points, { zh: name, en: name }, loss.span);
  if (points === null) return [judgedLoss(draft, name, { low: '0', high: draft.full })];
  const fact = draft.facts.boolean({ title: name, trial: { good: false, tries: [true] } });
  return [{ kind: 'lose', title: text(name), of: factMeasure(fact), each: points }];
}

/** What is not counted; without prices beside it, what earns full points. */
export function exemptionParts(exemption: Exemption, draft: Drafting): Part[] {
  const name = eventName(exemption.words) || draft.words(exemption.span);
  const isBeside = draft.ofKind('per-occurrence', 'loss', 'levels', 'per-gap').length > 0;
  if (isBeside && exemption.method === 'M49' && /此|该|次|件|起|例/u.test(draft.words(exemption.span))) {
    draft.note(`登记时不计入：${name}。`, `Not to be counted when it is entered: ${name}.`);
    return [];
  }
  const fact = draft.facts.boolean({ title: name.slice(0, 50), trial: { good: false, tries: [true] } });
  return [
    {
      kind: 'exception',
      when: { kind: 'is-true', fact },
      points: draft.full,
      because: text(name.slice(0, 100)),
    },
  ];
}

/** Losses handed down from above. */
export function cascadeParts(cascade: Cascade, draft: Drafting): Part[] {
  const name = eventName(cascade.words) || '上级扣分';
  const fact = draft.facts.number({
    title: `${name}（上级扣分）`,
    unit: '分',
    checks: { min: '0' },
    trial: { good: '0', tries: ['1'] },
  });
  const points = draft.priceOf(cascade.points);
  return [
    {
      kind: 'lose',
      title: text(name),
      of: factMeasure(fact),
      each: points === null || points === '0' ? '1' : points,
    },
  ];
}

/** Rules about counting that name no points stand beside the rule as notes. */
export function told(statement: Proviso | SameMatter | Shared | Diminishing, draft: Drafting): Part[] {
  const words = draft.words(statement.span);
  draft.note(
    `“${words}”作为登记口径随指标保留，由评分部门核定时执行。`,
    `“${words}” is kept beside the indicator and observed when the department verifies.`,
  );
  return [];
}
