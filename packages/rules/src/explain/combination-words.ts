import type { Combination, Section } from '../format/rule-book.js';
import { absenceWords, meanName, selectionWords } from './measure-words.js';
import type { BookWords } from './words-of.js';

/** How a section makes its points, in words: 加权合计（平时 × 0.6 + 实地 × 0.4）. */
export function combinationWords(section: Section, words: BookWords): string {
  const { say } = words;
  const { combine } = section;
  if (combine === undefined) return say('各项之和', 'sum of the parts');
  return combinationName(section, combine, words) + absenceWords(combine, say);
}

function combinationName(section: Section, combine: Combination, words: BookWords): string {
  const { say } = words;
  const weights = (list: readonly { readonly part: string; readonly weight: string }[]) =>
    list.map(({ part, weight }) => `${partTitle(section, part, words)} × ${weight}`).join(' + ');
  switch (combine.by) {
    case 'sum':
      return say('各项之和', 'sum of the parts');
    case 'weighted-sum':
      return say(`加权合计（${weights(combine.weights)}）`, `weighted sum (${weights(combine.weights)})`);
    case 'mean': {
      const name = meanName(combine.form, say);
      return combine.weights === undefined
        ? say(`各项${name}`, `${name} of the parts`)
        : say(
            `各项加权${name}（${weights(combine.weights)}）`,
            `weighted ${name} (${weights(combine.weights)})`,
          );
    }
    case 'selected':
      return say(
        `各项中${selectionWords(combine.keep, combine.take, say)}`,
        `of the parts the ${selectionWords(combine.keep, combine.take, say)}`,
      );
  }
}

const partTitle = (section: Section, id: string, words: BookWords): string =>
  (section.sections ?? []).some((part) => part.id === id) ? words.section(id) : words.indicator(id);
