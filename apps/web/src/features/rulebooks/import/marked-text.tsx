import type { Span } from '@heng/clauses';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly text: string;
  readonly understood: readonly Span[];
  readonly unread: readonly Span[];
};

/** A clause with the words that a rule was made from marked, and those that look like scoring and were not understood. */
export function MarkedText({ text, understood, unread }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {piecesOf(text, understood, unread).map(({ words, mark }, index) =>
        mark === null ? (
          <span key={index}>{words}</span>
        ) : (
          <mark key={index} className={`is-${mark}`} title={t(`import.mark.${mark}`)}>
            {words}
          </mark>
        ),
      )}
    </>
  );
}

type Piece = { readonly words: string; readonly mark: 'understood' | 'unread' | null };

/** The text in pieces of one mark each; where both lie, what was not understood is told. */
export function piecesOf(text: string, understood: readonly Span[], unread: readonly Span[]): Piece[] {
  const inside = (at: number, spans: readonly Span[]) =>
    spans.some(({ start, end }) => at >= start && at < end);
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...understood, ...unread])
    for (const edge of [start, end]) if (edge > 0 && edge < text.length) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).flatMap((from, index) => {
    const words = text.slice(from, sorted[index + 1]);
    if (words === '') return [];
    return [
      { words, mark: inside(from, unread) ? 'unread' : inside(from, understood) ? 'understood' : null },
    ];
  });
}
