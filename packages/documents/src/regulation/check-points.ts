import { Rational } from '@heng/rules';
import type { Subtotal } from './draft-regulation.js';
import { rowsOf, type RegulationFinding, type RegulationSection, type StatedTotal } from './regulation.js';
import { finding } from './tell.js';

/** Whether the points add up: every section, every subtotal, the total; and which lines have none. */
export function checkPoints(
  sections: readonly RegulationSection[],
  subtotals: readonly (Subtotal & { readonly section: unknown; readonly of: RegulationSection | null })[],
  totals: readonly StatedTotal[],
): readonly RegulationFinding[] {
  return [
    ...sections.flatMap(sectionFindings),
    ...subtotals.flatMap(subtotalFindings),
    ...totalFindings(sections, totals),
    ...missingPoints(sections),
  ];
}

type Sum = { readonly known: Rational; readonly missing: number };

/** What a section is worth by its parts; `missing` counts lines without points. */
function partsOf(section: RegulationSection): Sum {
  let [known, missing] = [Rational.zero, 0];
  for (const { points } of section.rows) {
    if (points === null) missing += 1;
    else known = known.plus(Rational.parse(points));
  }
  for (const inner of section.sections) {
    const sum = worthOf(inner);
    [known, missing] = [known.plus(sum.known), missing + sum.missing];
  }
  return { known, missing };
}

const worthOf = (section: RegulationSection): Sum =>
  section.points === null ? partsOf(section) : { known: Rational.parse(section.points), missing: 0 };

function sectionFindings(section: RegulationSection): readonly RegulationFinding[] {
  const inner = section.sections.flatMap(sectionFindings);
  if (section.points === null || rowsOf(section).length === 0) return inner;
  return [...differing('SECTION_SUM', section, section.points, partsOf(section), section.place), ...inner];
}

function subtotalFindings(
  subtotal: Subtotal & { of: RegulationSection | null },
): readonly RegulationFinding[] {
  const { of, points, place } = subtotal;
  // A subtotal that is all the document says about the section has been checked as the section's own points.
  if (of === null || of.points === points) return [];
  return differing('SUBTOTAL_SUM', of, points, partsOf(of), place);
}

function differing(
  code: string,
  section: RegulationSection,
  stated: string,
  { known, missing }: Sum,
  place: RegulationFinding['place'],
): readonly RegulationFinding[] {
  const difference = Rational.parse(stated).minus(known);
  if (difference.isZero() && missing === 0) return [];
  // Lines without points may hold the rest, as long as there is a rest.
  if (missing > 0 && difference.sign() > 0) return [];
  const sum = known.toText();
  const name =
    section.title === ''
      ? { zh: '这一部分', en: 'This part' }
      : { zh: `“${section.title}”`, en: `“${section.title}”` };
  return [
    finding(
      { code, kind: 'mismatch', place, numbers: { stated, sum, missing: String(missing) } },
      [
        `${name.zh}写明 ${stated} 分，各项合计 ${sum} 分${missing > 0 ? `，另有 ${missing} 项没写分值` : ''}。`,
        `${name.en} states ${stated} points, its items add up to ${sum}${missing > 0 ? `, and ${missing} have none` : ''}.`,
      ],
      [
        '请核对各项分值；发布前必须一致。',
        'Check the points of the items; they must agree before publication.',
      ],
    ),
  ];
}

function totalFindings(
  sections: readonly RegulationSection[],
  totals: readonly StatedTotal[],
): readonly RegulationFinding[] {
  const [total] = totals;
  if (total === undefined) return [];
  const others = totals.filter(({ points }) => !Rational.parse(points).equals(Rational.parse(total.points)));
  const told = others.map((other) =>
    finding(
      {
        code: 'TOTALS_DIFFER',
        kind: 'mismatch',
        place: other.place,
        numbers: { first: total.points, other: other.points },
      },
      [
        `这里写总分 ${other.points} 分，别处写 ${total.points} 分。`,
        `The total is ${other.points} here and ${total.points} elsewhere.`,
      ],
      ['请确定总分是多少。', 'Decide what the total is.'],
    ),
  );
  return [...told, ...sumOfSections(sections, total)];
}

function sumOfSections(
  sections: readonly RegulationSection[],
  total: StatedTotal,
): readonly RegulationFinding[] {
  const base = sections.filter(({ role }) => role === 'base').map(worthOf);
  const all = sections.filter(({ role }) => role !== 'veto').map(worthOf);
  const [ofBase, ofAll] = [sumOf(base), sumOf(all)];
  const stated = Rational.parse(total.points);
  if (ofBase.known.equals(stated) || ofAll.known.equals(stated)) return [];
  if (ofBase.missing > 0 && stated.compare(ofBase.known) > 0) return [];
  const sum = ofBase.known.toText();
  return [
    finding(
      {
        code: 'TOTAL_SUM',
        kind: 'mismatch',
        place: total.place,
        numbers: { stated: total.points, sum, missing: String(ofBase.missing) },
      },
      [
        `总分写明 ${total.points} 分，各部分合计 ${sum} 分（加分、扣分、否决不计）。`,
        `The total says ${total.points} points, the parts add up to ${sum} (without additions, deductions and vetoes).`,
      ],
      ['请核对各部分的分值，或补上缺少的部分。', 'Check the points of the parts, or add what is missing.'],
    ),
  ];
}

const sumOf = (sums: readonly Sum[]): Sum =>
  sums.reduce(
    (whole, { known, missing }) => ({ known: whole.known.plus(known), missing: whole.missing + missing }),
    { known: Rational.zero, missing: 0 },
  );

function missingPoints(sections: readonly RegulationSection[]): readonly RegulationFinding[] {
  const scored = sections.filter(({ role }) => role === 'base').flatMap(rowsOf);
  return scored
    .filter(({ points }) => points === null)
    .map(({ item, place }) =>
      finding(
        { code: 'POINTS_MISSING', place },
        [`“${item.slice(0, 30)}”没有写分值。`, `“${item.slice(0, 30)}” states no points.`],
        ['请写明分值。', 'State its points.'],
      ),
    );
}
