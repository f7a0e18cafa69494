import { Rational } from '@heng/rules';
import type { ChartData } from './chart-data.js';

const width = 520;
const height = 210;
const plot = { left: 52, right: 508, top: 18, bottom: 150 };

/** A small SVG of its own: ink on white, so that it can be read on any page. No dates, no chance: the same data draw the same file. */
export function drawChart(data: ChartData, title: string): string {
  const values =
    data.kind === 'bars' ? data.bars.map(({ value }) => value) : data.points.map(({ value }) => value);
  const scale = scaleOf(values.flatMap((value) => (value === null ? [] : [value])));
  const body = data.kind === 'bars' ? bars(data, scale) : curve(data, scale);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="11" fill="#333">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="#fff" stroke="#ddd"/>`,
    ...grid(scale),
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

type Scale = { readonly low: Rational; readonly high: Rational; readonly ticks: readonly Rational[] };

/** From zero, or below it, to a round number at or above the highest. */
function scaleOf(values: readonly Rational[]): Scale {
  const highest = values.reduce((a, b) => a.max(b), Rational.zero);
  const lowest = values.reduce((a, b) => a.min(b), Rational.zero);
  const step = roundStep(highest.minus(lowest).over(Rational.integer(4)));
  const upTo = (value: Rational) => value.over(step).round({ mode: 'up', digits: 0 }).times(step);
  const [low, high] = [upTo(lowest), upTo(highest)];
  const ticks: Rational[] = [];
  for (let tick = low; tick.compare(high) <= 0; tick = tick.plus(step)) ticks.push(tick);
  return { low, high: high.equals(low) ? low.plus(step) : high, ticks };
}

/** The smallest of 1, 2, 5 × a power of ten that is no smaller. */
function roundStep(wanted: Rational): Rational {
  const ten = Rational.integer(10);
  let power = Rational.parse('0.001');
  while (power.times(ten).compare(wanted) < 0) power = power.times(ten);
  const found = [1, 2, 5, 10]
    .map((each) => power.times(Rational.integer(each)))
    .find((each) => each.compare(wanted) >= 0);
  return found ?? Rational.one;
}

const along = (value: Rational, from: Rational, to: Rational, start: number, end: number): string => {
  const share = value.minus(from).over(to.minus(from));
  return Rational.integer(start)
    .plus(share.times(Rational.integer(end - start)))
    .toFixedText(1)
    .replace(/\.0$/, '');
};
const yOf = (value: Rational, { low, high }: Scale) => along(value, low, high, plot.bottom, plot.top);

function grid(scale: Scale): string[] {
  return scale.ticks.flatMap((tick) => {
    const y = yOf(tick, scale);
    const ink = tick.isZero() ? '#888' : '#e5e5e5';
    return [
      `<path d="M${plot.left} ${y}H${plot.right}" stroke="${ink}"/>`,
      `<text x="${plot.left - 6}" y="${y}" dy="4" text-anchor="end">${tick.toText()}</text>`,
    ];
  });
}

function curve(
  { kind, points, axis }: Extract<ChartData, { kind: 'line' | 'dots' }>,
  scale: Scale,
): string[] {
  const [first, last] = [points[0]?.at ?? Rational.zero, points.at(-1)?.at ?? Rational.one];
  const xOf = (at: Rational) => along(at, first, last, plot.left + 6, plot.right - 6);
  const places = points.flatMap(({ at, value }) =>
    value === null ? [] : [{ x: xOf(at), y: yOf(value, scale) }],
  );
  const drawn =
    kind === 'dots'
      ? places.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="#b3261e"/>`)
      : [
          `<polyline points="${places.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="#b3261e" stroke-width="2"/>`,
        ];
  const ticks = roundPlaces(first, last, kind === 'dots').map(
    (at) => `<text x="${xOf(at)}" y="${plot.bottom + 16}" text-anchor="middle">${at.toText()}</text>`,
  );
  return [...drawn, ...ticks, ...caption(axis)];
}

/** Round numbers between two ends, for ticks; whole ones where the data are counted. */
function roundPlaces(from: Rational, to: Rational, isWhole: boolean): Rational[] {
  const finest = isWhole ? Rational.one : Rational.zero;
  const step = roundStep(to.minus(from).over(Rational.integer(8)).max(finest));
  const places: Rational[] = [];
  let at = from.over(step).round({ mode: 'down', digits: 0 }).times(step);
  for (; at.compare(to) <= 0; at = at.plus(step)) if (at.compare(from) >= 0) places.push(at);
  return places;
}

const caption = ({ zh, en }: { zh: string; en: string }): string[] => [
  `<text x="${(plot.left + plot.right) / 2}" y="${height - 12}" text-anchor="middle" font-size="12">${escaped(zh)} <tspan fill="#777">${escaped(en)}</tspan></text>`,
];

function bars({ bars: list, axis }: Extract<ChartData, { kind: 'bars' }>, scale: Scale): string[] {
  const slot = Math.floor((plot.right - plot.left) / list.length);
  const wide = Math.min(48, Math.floor(slot * 0.7));
  const crowded = list.length > 12;
  const zero = yOf(Rational.zero, scale);
  const drawn = list.flatMap(({ label, below, value }, index) => {
    const middle = plot.left + slot * index + Math.floor(slot / 2);
    const under = [
      `<text x="${middle}" y="${plot.bottom + 15}" text-anchor="middle"${crowded ? ' font-size="8"' : ''}>${escaped(crowded ? label.zh.replace(/^U0?/, '') : label.zh)}</text>`,
      ...(label.en || below
        ? [
            `<text x="${middle}" y="${plot.bottom + 29}" text-anchor="middle" font-size="10" fill="#777">${escaped(label.en || below)}</text>`,
          ]
        : []),
    ];
    if (value === null) return [...under, text(middle, zero, '—', crowded)];
    const y = yOf(value, scale);
    const [top, bottom] = value.sign() < 0 ? [zero, y] : [y, zero];
    return [
      ...under,
      `<path d="M${middle - Math.floor(wide / 2)} ${bottom}h${wide}V${top}h${-wide}z" fill="#b3261e"/>`,
      ...(crowded ? [] : [text(middle, top, shown(value), false)]),
    ];
  });
  return [...drawn, ...(axis === null ? [] : caption(axis))];
}

/** Over the bar; over the line of zero where the bar hangs down, clear of the labels. */
const text = (x: number, y: string, word: string, small: boolean) =>
  `<text x="${x}" y="${y}" dy="-3" text-anchor="middle"${small ? ' font-size="8"' : ''}>${word}</text>`;

const shown = (value: Rational) => value.round({ mode: 'half-up', digits: 2 }).toText();

const escaped = (word: string) => word.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
