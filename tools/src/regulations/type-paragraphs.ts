import type { DocxParagraph } from './docx-file.js';
import type { TypedBook, TypedRow } from './typed-book.js';

/** Types a book as numbered paragraphs: 一、组织建设（30分）, below it 1.工会组建（10分）。 and the standard in the same paragraph. */
export const typeParagraphs = (book: TypedBook, automaticNumbers: boolean): readonly DocxParagraph[] =>
  book.sections.flatMap(({ number, title, points, rows }): readonly DocxParagraph[] => [
    {
      kind: 'paragraph',
      look: 'strong',
      text: `${automaticNumbers ? '' : `${number}、`}${title}${points === null ? '' : `（${points}分）`}`,
      ...(automaticNumbers ? { list: 0 } : {}),
    },
    ...rows.map((row, index): DocxParagraph => ({
      kind: 'paragraph',
      look: 'text',
      text: `${automaticNumbers ? '' : `${index + 1}.`}${itemText(row)}`,
      ...(automaticNumbers ? { list: 1 } : {}),
    })),
  ]);

const itemText = ({ item, points, standard }: TypedRow): string =>
  `${item}${points === null ? '' : `（${points}分）`}${standard === null ? '' : `。${standard}`}`;
