import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Section } from '../format/rule-book.js';

/** How findings speak of an indicator or a fact: id and title, in both languages. */
export const named = ({
  id,
  title,
}: Pick<Indicator | Fact | Section, 'id' | 'title'>): { readonly zh: string; readonly en: string } => ({
  zh: `“${title.zh}”（${id}）`,
  en: `"${title.en}" (${id})`,
});

/** At most ten names of a list, none of them longer than a line; the rest as a number. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return names.length <= 10 ? shown.join(', ') : `${shown.join(', ')} … (${names.length})`;
}
