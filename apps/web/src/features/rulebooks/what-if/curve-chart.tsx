import { numberText, Rational } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import type { Curve, CurvePoint } from './points-curve.js';

type Props = {
  readonly curve: Curve;
  /** What is along the bottom, with its unit. */
  readonly title: string;
  /** How a number of the axis is written: days are written as days. */
  readonly sayNumber: (x: Rational) => string;
  readonly full: string;
  /** Where the slider stands. */
  readonly current: { readonly x: Rational; readonly points: Rational | null } | null;
};

const [width, height] = [380, 250];
const [left, right, top, bottom] = [44, 14, 26, 46];
const mostLabels = 4;

/** Points over a fact: the straight pieces, the jumps as filled and hollow dots, the full points as a line, and where the slider stands. */
export function CurveChart({ curve, title, sayNumber, full, current }: Props) {
  const { t } = useTranslation();
  const known = curve.points.flatMap(({ points }) => points ?? []);
  const fullPoints = Rational.parse(full);
  const first = curve.points[0];
  const last = curve.points[curve.points.length - 1];
  if (first === undefined || last === undefined || known.length === 0)
    return <p className="muted">{t('whatIf.noCurve')}</p>;
  const low = known.reduce((least, each) => least.min(each), Rational.zero);
  const high = known.reduce((most, each) => most.max(each), low.sign() < 0 ? Rational.zero : fullPoints);
  const span = high.equals(low) ? Rational.one : high.minus(low);
  const x = (value: Rational) => along(value.minus(first.x), last.x.minus(first.x), left, width - right);
  const y = (value: Rational) => along(value.minus(low), span, height - bottom, top);
  const isDeduction = low.sign() < 0 && high.isZero();
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('whatIf.curveOf', { title })}>
        {quarters.map((share) => {
          const value = low.plus(span.times(share));
          return (
            <g key={share.toText()}>
              <line className="curve-grid" x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
              <text className="curve-number" x={left - 6} y={y(value)} dy="4" textAnchor="end">
                {numberText(value.toText(), 2)}
              </text>
            </g>
          );
        })}
        {!isDeduction && (
          <g>
            <line className="curve-full" x1={left} x2={width - right} y1={y(fullPoints)} y2={y(fullPoints)} />
            <text className="curve-name" x={width - right} y={y(fullPoints)} dy="-5" textAnchor="end">
              {t('whatIf.fullPoints', { points: full })}
            </text>
          </g>
        )}
        {labelled(curve.points).map((point) => (
          <g key={point.x.toText()}>
            <line
              className="curve-tick"
              x1={x(point.x)}
              x2={x(point.x)}
              y1={height - bottom}
              y2={height - bottom + 5}
            />
            <text className="curve-number" x={x(point.x)} y={height - bottom + 18} textAnchor="middle">
              {sayNumber(point.x)}
            </text>
          </g>
        ))}
        <line className="curve-axis" x1={left} x2={width - right} y1={height - bottom} y2={height - bottom} />
        <line className="curve-axis" x1={left} x2={left} y1={top} y2={height - bottom} />
        <text className="curve-name" x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
          {title}
        </text>
        <text className="curve-name" x={6} y={14}>
          {t('whatIf.pointsAxis')}
        </text>
        {!curve.isDotted &&
          pieces(curve.points).map((piece, index) => (
            <polyline
              key={index}
              className="curve-line"
              points={piece.map(([at, points]) => `${x(at)},${y(points)}`).join(' ')}
            />
          ))}
        {curve.points.map((point) =>
          point.points === null || !(curve.isDotted || point.isTelling) ? null : (
            <circle
              key={point.x.toText()}
              className="curve-dot"
              cx={x(point.x)}
              cy={y(point.points)}
              r={curve.isDotted && !point.isTelling ? 2 : 3.5}
            />
          ),
        )}
        {curve.points.flatMap((point) =>
          [point.before, point.after].flatMap((beside, side) =>
            beside === null ? (
              []
            ) : (
              <circle
                key={`${point.x.toText()} ${side}`}
                className="curve-hole"
                cx={x(point.x)}
                cy={y(beside)}
                r={3.5}
              />
            ),
          ),
        )}
        {current !== null && isWithin(current.x, first.x, last.x) && (
          <g>
            <line className="curve-now" x1={x(current.x)} x2={x(current.x)} y1={top} y2={height - bottom} />
            {current.points !== null && (
              <path
                className="curve-now-mark"
                d={`M ${x(current.x)} ${y(current.points)} m -6 0 l 6 -6 l 6 6 l -6 6 z`}
              />
            )}
          </g>
        )}
      </svg>
      <details>
        <summary>{t('whatIf.asTable')}</summary>
        <CurveTable curve={curve} title={title} sayNumber={sayNumber} />
      </details>
    </figure>
  );
}

function CurveTable({ curve, title, sayNumber }: Pick<Props, 'curve' | 'title' | 'sayNumber'>) {
  const { t } = useTranslation();
  const telling = curve.points.filter((point) => point.isTelling);
  const rows =
    telling.length > 2
      ? telling
      : curve.points.filter((_, index) => index % 6 === 0 || index === curve.points.length - 1);
  const said = (points: Rational | null) =>
    points === null ? t('whatIf.noPoints') : numberText(points.toText());
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('whatIf.pointsAxis')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((point) => (
          <tr key={point.x.toText()}>
            <th scope="row">{sayNumber(point.x)}</th>
            <td>
              {said(point.points)}
              {point.before !== null && ` ${t('whatIf.justBelow', { points: said(point.before) })}`}
              {point.after !== null && ` ${t('whatIf.justAbove', { points: said(point.after) })}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const quarters = [0n, 1n, 2n, 3n, 4n].map((part) => Rational.of(part, 4n));

/** A place on the picture; pictures have a tenth of a pixel, points do not pass through it. */
const along = (part: Rational, whole: Rational, from: number, to: number): string => {
  const share = whole.isZero() ? Rational.zero : part.over(whole);
  return Rational.integer(from)
    .plus(Rational.integer(to - from).times(share))
    .round({ mode: 'half-up', digits: 1 })
    .toText();
};

const isWithin = (value: Rational, from: Rational, to: Rational): boolean =>
  value.compare(from) >= 0 && value.compare(to) <= 0;

/** The lines: broken where there are no points, and where they jump. */
function pieces(points: readonly CurvePoint[]): (readonly (readonly [Rational, Rational])[])[] {
  const all: (readonly [Rational, Rational])[][] = [];
  let piece: (readonly [Rational, Rational])[] = [];
  const end = () => {
    if (piece.length > 0) all.push(piece);
    piece = [];
  };
  for (const point of points) {
    if (point.points === null) {
      end();
      continue;
    }
    if (point.before !== null) {
      piece.push([point.x, point.before]);
      end();
    }
    piece.push([point.x, point.points]);
    if (point.after !== null) {
      end();
      piece.push([point.x, point.after]);
    }
  }
  end();
  return all;
}

/** The numbers that stand along the bottom: the rule's own first, as many as there is room for. */
function labelled(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const telling = points.filter(({ isTelling }) => isTelling);
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return [];
  const room = last.x.minus(first.x).over(Rational.integer(mostLabels + 2));
  const chosen: CurvePoint[] = [first, last];
  const isFree = (point: CurvePoint) =>
    chosen.every((other) => other.x.minus(point.x).magnitude().compare(room) >= 0);
  for (const point of [...telling, ...points])
    if (chosen.length < mostLabels + 2 && isFree(point)) chosen.push(point);
  return chosen;
}
