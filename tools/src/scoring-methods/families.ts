import type { Text } from '@heng/rules';
import type { CatalogueEntry } from '@heng/rules/catalogue';

/** The parts of the page, in order. */
export const families: readonly { readonly id: CatalogueEntry['family']; readonly title: Text }[] = [
  { id: 'absolute', title: { zh: '绝对计分（只看自己）', en: 'absolute: the unit alone' } },
  { id: 'deduction', title: { zh: '扣分', en: 'deductions' } },
  { id: 'bonus', title: { zh: '加分、表彰、信息', en: 'bonuses, commendations, published items' } },
  {
    id: 'relative',
    title: { zh: '相对计分（要看同组别人）', en: 'relative: beside the others of the cohort' },
  },
  { id: 'review', title: { zh: '评议', en: 'review' } },
  { id: 'composition', title: { zh: '合成与收尾', en: 'composition: from points to totals and grades' } },
];
