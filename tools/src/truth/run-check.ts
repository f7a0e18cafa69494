import { Rational, type UnitOutcome } from '@heng/rules';
import { refused } from '../console/refusal.js';
import { cellOf, withoutSigns } from './cells.js';
import { figureOf } from './figure-of.js';
import type { Check } from './truth-table.js';
import { meaningOf, type TableUnit } from './units-of-rows.js';

/** A published figure that the rules did not give. `computed` is exact, before any rounding of the check. */
export type Mismatch = {
  readonly place: string;
  readonly unit: string;
  readonly printed: string;
  readonly computed: string | null;
};

export type CheckResult = {
  readonly matched: number;
  readonly of: number;
  readonly mismatches: readonly Mismatch[];
};

/** Compares one published column with one figure of the results, unit by unit. @throws Refusal for columns and texts that mean nothing */
export function runCheck(
  check: Check,
  units: readonly TableUnit[],
  outcomes: ReadonlyMap<string, UnitOutcome>,
  file: string,
): CheckResult {
  const wantsEmpty = check.cells === 'empty';
  const asked = units
    .map((unit) => ({ unit, printed: printedOf(unit, check, file) }))
    .filter(({ printed }) => (printed === '') === wantsEmpty);
  const fits = fitting(check, asked, file);
  const mismatches = asked.flatMap(({ unit, printed }): Mismatch[] => {
    const outcome = outcomes.get(unit.code);
    if (outcome === undefined) throw new Error(`unit ${unit.code} was not assessed`);
    const computed = figureOf(outcome, check.result);
    const isFound = wantsEmpty ? computed === null : computed !== null && fits(unit, printed, computed);
    return isFound ? [] : [{ place: `${file}:${unit.rows[0].line}`, unit: outcome.name, printed, computed }];
  });
  return { matched: asked.length - mismatches.length, of: asked.length, mismatches };
}

/** The cell of a unit; where several rows make the unit they must agree. */
function printedOf({ rows }: TableUnit, check: Check, file: string): string {
  const [first, ...others] = rows.map((row) => withoutSigns(cellOf(row, check.column, file), check.ignore));
  if (first === undefined || others.some((text) => text !== first)) {
    throw refused(
      `${file}:${rows[0].line}`,
      [`同一单位各行的“${check.column}”不一致。`, `The rows of one unit differ in "${check.column}".`],
      ['公布的结果每个单位只能有一个。', 'A unit has one published result.'],
    );
  }
  return first;
}

type Asked = { readonly unit: TableUnit; readonly printed: string };

/** Whether a computed figure is the printed one, or one that may stand in its place. */
function fitting(check: Check, asked: readonly Asked[], file: string) {
  const same = (printed: string, computed: string, place: string) => {
    const meant = meaningOf(printed, check.values);
    return check.result.of === 'grade' ? meant === computed : isNear(numberIn(meant, place), computed, check);
  };
  const { eitherOrderIn } = check;
  if (eitherOrderIn === undefined) {
    return ({ rows }: TableUnit, printed: string, computed: string) =>
      same(printed, computed, `${file}:${rows[0].line}`);
  }
  const equals = new Map<string, string[]>();
  for (const { unit, printed } of asked) {
    const key = cellOf(unit.rows[0], eitherOrderIn, file);
    equals.set(key, [...(equals.get(key) ?? []), printed]);
  }
  return ({ rows }: TableUnit, _printed: string, computed: string) =>
    (equals.get(cellOf(rows[0], eitherOrderIn, file)) ?? []).some((printed) =>
      same(printed, computed, `${file}:${rows[0].line}`),
    );
}

function isNear(printed: Rational, computed: string, { rounding, tolerance }: Check): boolean {
  const exact = Rational.parse(computed);
  const shown = rounding === undefined ? exact : exact.round(rounding);
  return tolerance === undefined
    ? shown.equals(printed)
    : shown.minus(printed).magnitude().compare(Rational.parse(tolerance)) <= 0;
}

function numberIn(text: string, place: string): Rational {
  try {
    return Rational.parse(text);
  } catch {
    throw refused(
      place,
      [`“${text}”不是数。`, `"${text}" is not a number.`],
      [
        '多余的符号写入 ignore，文字的含义写入 values。',
        'Put signs into ignore and the meaning of words into values.',
      ],
    );
  }
}
