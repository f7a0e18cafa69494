import arithmetic from '../cases/published-arithmetic.json' with { type: 'json' };
import counties from '../cases/survey-counties.json' with { type: 'json' };
import { defaultRuleBooks } from '../src/books/default-rule-books.js';
import { compile } from '../src/engine/compile.js';
import { Rational, sum } from '../src/exact/rational.js';
import { Measure } from '../src/format/measure.js';
import { Score } from '../src/format/score.js';
import { bookOf, indicatorOf, unitOf } from './book-of.js';

type Expected = { state: string; points: string | null; reason?: string; percent?: string; value?: string };
type CountyCase = {
  rule: string;
  title: string;
  source: string;
  /** An indicator of the township book; else the case brings its `own`. */
  indicator?: string;
  own?: { points: string; measure: unknown; score: unknown };
  units: { code: string; facts: Record<string, string | null>; expected: Expected }[];
};
// The compiler makes a union of every shape it finds in the file; the cases are meant to be of this one.
const countyCases = counties.cases as unknown as CountyCase[];

const twoDecimals = { mode: 'half-up', digits: 2 } as const;

describe.each(countyCases)('[$rule] $title ($source)', ({ indicator, own, units }) => {
  const book =
    own === undefined
      ? defaultRuleBooks.township
      : bookOf(
          [indicatorOf(Score.parse(own.score), { points: own.points, measure: Measure.parse(own.measure) })],
          {
            rounding: { indicator: twoDecimals, section: null, total: null },
          },
        );
  const assessed = units.map(({ code, facts }) =>
    unitOf(code, facts, { type: book.unitTypes[0] ?? '', attributes: { group: 'town' } }),
  );
  const assessment = compile(book).assess(assessed);

  it.each(units)('county $code', ({ code, expected }) => {
    const { state, points, reason, percent, value } = expected;
    const told = assessment.explain(code, indicator ?? 'I');
    const outcome = assessment.units
      .find((unit) => unit.code === code)
      ?.indicators.find(({ id }) => id === told.indicator);
    expect({ state: told.state, points: told.points, reason: outcome?.reason?.code }).toEqual({
      state,
      points,
      reason,
    });
    const measured = told.steps.find((step) => step.code === 'measure')?.data['value'];
    if (percent !== undefined)
      expect(
        Rational.parse(measured ?? '')
          .times(Rational.integer(100))
          .toFixedText(2),
      ).toBe(percent);
    if (value !== undefined) expect(measured).toBe(value);
  });
});

describe('[EX1] percentages printed in public reports', () => {
  it.each(arithmetic.percentages)(
    '$title: $part of $whole is $computed%',
    ({ part, whole, computed, declared, agrees }) => {
      const digits = computed.split('.')[1]?.length ?? 0;
      const exact = Rational.parse(part).over(Rational.parse(whole)).times(Rational.integer(100));
      expect(exact.toFixedText(digits)).toBe(computed);
      expect(exact.toFixedText(digits) === declared).toBe(agrees);
    },
  );
});

describe('[EX2] sums printed in public reports', () => {
  it.each(arithmetic.sums)('$title make $total', ({ parts, total, agrees }) => {
    expect(sum(parts.map((part) => Rational.parse(part))).equals(Rational.parse(total))).toBe(agrees);
  });

  it.each(arithmetic.atLeastEach)('$title', ({ units, each, total, possible }) => {
    const needed = Rational.parse(units).times(Rational.parse(each));
    expect(Rational.parse(total).compare(needed) >= 0).toBe(possible);
  });
});
