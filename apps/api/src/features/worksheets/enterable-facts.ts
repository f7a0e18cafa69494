import type { Stage } from '@heng/contracts';
import { indicatorsOf, referencesOf, type FactSource, type RuleBook, type Text } from '@heng/rules';
import type { CycleAccess } from '../cycles/index.js';

/** Facts a unit answers for itself; the others come from departments, inspections, imports and meetings. */
const declarable: ReadonlySet<FactSource> = new Set(['declared', 'children', 'ledger']);

/** What one caller may enter now. */
export type Enterable = { readonly declared: ReadonlySet<string>; readonly verified: ReadonlySet<string> };

/** The facts that the caller may declare for her own unit or verify for the units below. */
export function enterableFacts(access: CycleAccess, book: RuleBook): Enterable {
  const declared =
    access.assessed('fact.declare') === null
      ? []
      : book.facts.filter(({ source }) => declarable.has(source)).map(({ id }) => id);
  const verified = access
    .assessors('fact.verify')
    .flatMap(({ role, department }) =>
      role === 'scorer' ? factsOfDepartment(book, department) : book.facts.map(({ id }) => id),
    );
  return { declared: new Set(declared), verified: new Set(verified) };
}

/** Facts that the department's indicators read. */
function factsOfDepartment(book: RuleBook, department: string | null): string[] {
  if (department === null) return [];
  return indicatorsOf(book)
    .filter(({ indicator: { scoredBy } }) => scoredBy.zh === department || scoredBy.en === department)
    .flatMap(({ indicator }) => referencesOf(indicator).facts);
}

/** Why nothing can be entered; null when something can. */
export function lockedBecause({ declared, verified }: Enterable, stage: Stage): Text | null {
  if (declared.size + verified.size > 0) return null;
  switch (stage) {
    case 'draft':
    case 'issued':
      return {
        zh: '考核尚未开始采集，暂不能填写。由考核办公室开始采集。',
        en: 'Collection has not begun. The assessment office begins it.',
      };
    case 'verifying':
    case 'reviewing':
      return {
        zh: '申报已截止，正在核定。确需更正，请考核办公室退回采集阶段。',
        en: 'Reporting is closed; values are being verified. For a correction ask the assessment office to return to collecting.',
      };
    case 'proposed':
    case 'public-notice':
      return {
        zh: '结果正在审定和公示，数据已锁定。由考核办公室解锁。',
        en: 'Results are being decided and shown publicly; data are locked. The assessment office can unlock them.',
      };
    case 'published':
    case 'archived':
      return { zh: '结果已发布，数据已封存。', en: 'Results are published and the data are sealed.' };
    case 'collecting':
      return { zh: '您的职务不填写本次考核的数据。', en: 'Your appointment enters no data in this cycle.' };
  }
}
