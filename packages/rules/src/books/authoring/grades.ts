import type { Grade } from '../../format/rule-book.js';
import { text } from './text.js';

/**
 * 优秀 = 总分≥90 且 组内前 20%(向下取整,至少 1 家)且无否决;良好≥80;合格≥60;其余不合格. All ◇.
 * The last tie-break is the unit code, so a tie on the last place cannot remain; were one to, both are in.
 */
export const defaultGrades = (): Grade[] => [
  {
    id: 'excellent',
    title: text('优秀', 'Excellent'),
    atLeast: '90',
    quota: { ratio: '0.2', rounding: 'down', minimum: 1, scope: 'cohort', tieAtEdge: 'in' },
    withoutVeto: true,
  },
  { id: 'good', title: text('良好', 'Good'), atLeast: '80' },
  { id: 'qualified', title: text('合格', 'Qualified'), atLeast: '60' },
  { id: 'unqualified', title: text('不合格', 'Unqualified') },
];
