import { indicatorsOf, type RuleBook } from '@heng/rules';
import type { CatalogueExample } from '@heng/rules/catalogue';

/** The units that are shown: all of a few, else those that the example expects something of. */
export function toldUnits({ units, expected }: CatalogueExample): CatalogueExample['units'] {
  return units.length <= 10 ? units : units.filter(({ code }) => code in expected);
}

/** The title of an indicator or section. */
export function titleOf(book: RuleBook, id: string): string {
  const indicator = indicatorsOf(book).find((each) => each.indicator.id === id);
  if (indicator) return indicator.indicator.title.zh;
  const walk = (sections: RuleBook['sections']): string | undefined => {
    for (const section of sections) {
      const found = section.id === id ? section.title.zh : walk(section.sections ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(book.sections) ?? id;
}
