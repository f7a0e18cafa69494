import type { UnitResult } from '@heng/contracts';
import { Rational, type RuleBook } from '@heng/rules';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartNumber, pointsText } from '../../platform/exact-text.js';
import { Chart } from './chart.js';

const blue = '#1f5fbf';
const words = { color: '#26324a' };

/** Totals as bars that start at zero, and how the totals are spread over steps of five points. */
export function RankingCharts({
  book,
  rows,
}: {
  readonly book: RuleBook;
  readonly rows: readonly UnitResult[];
}) {
  const { t } = useTranslation();
  const bars = useMemo(
    () => ({
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      tooltip: {},
      xAxis: { type: 'value', min: 0, axisLabel: words },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ unit }) => unit.name), axisLabel: words },
      series: [
        {
          type: 'bar',
          itemStyle: { color: blue },
          label: { show: true, position: 'right', ...words },
          data: rows.map(({ total }) => (total === null ? '-' : chartNumber(total))),
        },
      ],
    }),
    [rows],
  );
  const spread = useMemo(() => spreadOf(rows), [rows]);
  const columns = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: spread.map(({ from, to }) => `${from}–${to}`), axisLabel: words },
      yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: words },
      series: [
        {
          type: 'bar',
          itemStyle: { color: blue },
          label: { show: true, position: 'top', ...words },
          data: spread.map(({ count }) => count),
        },
      ],
    }),
    [spread],
  );
  return (
    <div className="ranking-charts">
      <section className="panel">
        <h2>{t('ranking.bars', { full: book.totalPoints })}</h2>
        <Chart
          option={bars}
          label={t('ranking.barsLabel', { list: listOf(rows) })}
          height={Math.max(160, rows.length * 28 + 40)}
        />
      </section>
      <section className="panel">
        <h2>{t('ranking.spread')}</h2>
        <Chart option={columns} label={t('ranking.spread')} height={260} />
      </section>
    </div>
  );
}

const listOf = (rows: readonly UnitResult[]): string =>
  rows.map(({ unit, total }) => `${unit.name} ${total === null ? '—' : pointsText(total)}`).join(', ');

type Step = { readonly from: string; readonly to: string; readonly count: number };

/** Half-open steps of five points from the lowest to the highest total; empty steps between them are shown. */
function spreadOf(rows: readonly UnitResult[]): Step[] {
  const five = Rational.integer(5);
  const steps = rows.flatMap(({ total }) => {
    if (total === null) return [];
    const quotient = Rational.parse(total).over(five);
    const cut = quotient.round({ mode: 'down', digits: 0 });
    // "down" rounds toward zero, so a negative total belongs one step lower.
    return [cut.compare(quotient) > 0 ? cut.minus(Rational.one) : cut];
  });
  const [first] = steps;
  if (first === undefined) return [];
  const [lowest, highest] = steps.reduce(
    ([low, high], step) => [low.min(step), high.max(step)],
    [first, first],
  );
  const spread: Step[] = [];
  for (let step = lowest; step.compare(highest) <= 0; step = step.plus(Rational.one)) {
    spread.push({
      from: step.times(five).toText(),
      to: step.plus(Rational.one).times(five).toText(),
      count: steps.filter((each) => each.equals(step)).length,
    });
  }
  return spread;
}
