import type { Measure } from '@heng/rules';
import type { Span } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { constant, factMeasure, product, total } from '../measure-terms.js';

export type Target = {
  readonly measure: Measure;
  /** As the operand of a score: a number of the book, or a fact of the unit. */
  readonly operand: string | Measure;
  /** The number that consequences are shown with. */
  readonly value: string;
  /** Values of the actual figure worth showing. */
  readonly tries: readonly string[];
};

type Sought = {
  readonly span: Span;
  readonly name: string;
  readonly unit: string;
  readonly isRate: boolean;
};

const shown = (value: string): string[] =>
  [product(value, '0.87'), product(value, '0.5'), value, product(value, '1.3'), total([value, '3'])].filter(
    (each, at, all) => all.indexOf(each) === at,
  );

/** The number that is required, where the clause does not have it: each unit's own, or one for all. */
export function askTarget(draft: Drafting, { span, name, unit, isRate }: Sought): Target {
  const stated = statedTarget(draft, unit, isRate);
  const example = stated ?? (isRate ? '90' : '10');
  const { choice, value } = draft.ask({
    code: draft.has('target-elsewhere') ? 'target-elsewhere' : 'target',
    span,
    ask: {
      zh: `“${name}”的目标（任务）数不在条款里，从哪里来？`,
      en: `The target of “${name}” is not in the clause. Where does it come from?`,
    },
    choices: [
      ...(stated === null
        ? []
        : [
            {
              id: 'stated',
              label: {
                zh: `项目名称或要求里写的 ${stated}${isRate ? '%' : ` ${unit}`}`,
                en: `the ${stated}${isRate ? '%' : ` ${unit}`} of the item's name or requirement`,
              },
            },
          ]),
      {
        id: 'fact',
        label: { zh: '由部门给每个单位填目标数', en: 'the department enters the target of each unit' },
      },
      {
        id: 'number',
        label: { zh: '所有单位相同（填写）', en: 'the same for all units (fill in)' },
        needsValue: true,
      },
    ],
    suggested: stated === null ? 'fact' : 'stated',
    input: { kind: 'number', unit: { zh: unit, en: unit } },
    example,
  });
  if (choice === 'stated' && stated !== null)
    return { measure: constant(stated), operand: stated, value: stated, tries: shown(stated) };
  if (choice === 'number' && value !== undefined && !/^0+(\.0+)?$/.test(value))
    return { measure: constant(value), operand: value, value, tries: shown(value) };
  const trial = { good: example, tries: [] };
  const title = `${name}的目标`;
  const fact = isRate
    ? draft.facts.percent({ title, trial })
    : draft.facts.number({ title, unit, checks: { min: '0' }, trial });
  return { measure: factMeasure(fact), operand: factMeasure(fact), value: example, tries: shown(example) };
}

/** The one number in this unit that the item's name or requirement has; of several none is it. */
function statedTarget({ context }: Drafting, unit: string, isRate: boolean): string | null {
  const said = `${context.indicator ?? ''} ${context.requirement ?? ''}`.normalize('NFKC');
  const after = isRate ? '%' : unit.replace(/[^\p{L}]/gu, '');
  if (after === '') return null;
  const found = [...said.matchAll(new RegExp(`(\\d{1,12}(?:\\.\\d{1,6})?)\\s*${after}`, 'gu'))].flatMap(
    (match) => match[1] ?? [],
  );
  const [only] = found;
  return found.length === 1 && only !== undefined && !/^0+(?:\.0+)?$/u.test(only) ? only : null;
}
