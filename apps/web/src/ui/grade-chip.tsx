import type { RuleBook } from '@heng/rules';
import { useText } from '../platform/i18n.js';
import './grade-chip.css';

const shapes = ['●', '◆', '■', '▲', '✕'];

/** The grade by word, shape and colour: colour is never the only cue. Five looks, from best to worst, spread over the book's grades. */
export function GradeChip({ book, grade }: { readonly book: RuleBook; readonly grade: string }) {
  const text = useText();
  const index = book.grades.findIndex(({ id }) => id === grade);
  const found = book.grades[index];
  if (found === undefined) return <span className="grade">{grade}</span>;
  const look = lookOf(index, book.grades.length);
  return (
    <span className={`grade is-look-${look}`}>
      <span aria-hidden>{shapes[look]}</span> {text(found.title)}
    </span>
  );
}

/** With fewer than five grades the best stays blue and the worst brown. */
function lookOf(index: number, count: number): number {
  if (count <= 1 || count === 5) return Math.min(index, 4);
  const four = [0, 1, 2, 4];
  if (count === 4) return four[index] ?? 4;
  return Math.min(4, Math.round((index * 4) / (count - 1)));
}
