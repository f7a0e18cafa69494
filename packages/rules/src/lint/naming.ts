import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';

/** How findings speak of an indicator or a fact: id and title, in both languages. */
export const named = ({
  id,
  title,
}: Pick<Indicator | Fact, 'id' | 'title'>): { readonly zh: string; readonly en: string } => ({
  zh: `“${title.zh}”（${id}）`,
  en: `"${title.en}" (${id})`,
});

/** At most ten names of a list; the rest as a number. */
export const listed = (names: readonly string[]): string =>
  names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} … (${names.length})`;
