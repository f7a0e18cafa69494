import type { Regulation, RegulationPlace, RegulationRow } from '@heng/contracts';

const place = (address: string): RegulationPlace => ({
  kind: 'sheet',
  sheet: '考核表',
  row: null,
  column: null,
  heading: null,
  table: null,
  address: `考核表!${address}`,
});
const row = (
  number: number,
  item: string,
  points: string | null,
  standard: string | null,
): RegulationRow => ({
  number: `${number}`,
  item,
  requirement: null,
  points,
  pointsFrom: points === null ? null : 'cell',
  standard,
  department: '组织部',
  evidence: null,
  remark: null,
  place: place(`C${number + 2}`),
});

/** Two sections as a clerk types them: one row that says all, one that leaves a question, one without a standard; a section that does not add up. */
export const smallRegulation: Regulation = {
  fileName: '细则.xlsx',
  format: 'xlsx',
  title: '妇联工作考核细则',
  year: 2026,
  issuer: null,
  total: null,
  sections: [
    {
      number: '一',
      title: '组织建设',
      named: true,
      points: '6',
      role: 'base',
      rows: [row(1, '台账', '1', '台账齐全得1分。'), row(2, '例会', '5', '每少一次扣1分。')],
      sections: [],
      place: place('A3'),
    },
    {
      number: '二',
      title: '活动',
      named: true,
      points: '10',
      role: 'base',
      rows: [row(3, '总体印象', '4', null)],
      sections: [],
      place: place('A5'),
    },
  ],
  notes: [],
  findings: [
    {
      code: 'SECTION_SUM',
      kind: 'mismatch',
      place: place('B5'),
      numbers: { stated: '10', sum: '4' },
      message: {
        zh: '“活动”写明 10 分，各项合计 4 分。',
        en: 'The section states 10 points, its rows make 4.',
      },
      fix: { zh: '请核对各项分值。', en: 'Check the points.' },
    },
  ],
  leftOut: [
    {
      code: 'SUBTOTAL',
      place: place('A6'),
      text: '合计 16',
      reason: { zh: '合计行，不是考核项目。', en: 'A line of sums, no item.' },
    },
  ],
};
