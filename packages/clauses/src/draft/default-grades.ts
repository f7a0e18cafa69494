import type { Grade } from '@heng/rules';

/** Grades of a document that names none, at the usual lines of a hundred points. */
export const defaultGrades: readonly Grade[] = [
  { id: 'excellent', title: { zh: '优秀', en: 'Excellent' }, atLeast: '90' },
  { id: 'good', title: { zh: '良好', en: 'Good' }, atLeast: '80' },
  { id: 'qualified', title: { zh: '合格', en: 'Qualified' }, atLeast: '60' },
  { id: 'unqualified', title: { zh: '不合格', en: 'Unqualified' } },
];
