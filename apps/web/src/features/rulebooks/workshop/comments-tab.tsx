import { indicatorsOf, type RuleBook } from '@heng/rules';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { StateBlock } from '../../../ui/state-block.js';
import { flatSections } from './edit-tree.js';
import { commentPlace, readPlace, type Place } from './place.js';

const CommentsPanel = lazy(() =>
  import('../comments/index.js').then((part) => ({ default: part.CommentsPanel })),
);

type Props = {
  readonly bookId: string;
  readonly book: RuleBook | null;
  readonly place: Place;
  readonly readOnly: boolean;
  readonly onGo: (place: Place) => void;
};

/** 意见: what people say about the chosen line, and about the whole book. Loaded when it is first opened. */
export function CommentsTab({ bookId, book, place, readOnly, onGo }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const titled = (
    kind: string,
    list: readonly { readonly id: string; readonly title: RuleBook['title'] }[],
  ) => list.map(({ id, title }) => ({ place: `${kind}/${id}`, title: `${id} ${text(title)}` }));
  const places =
    book === null
      ? []
      : [
          ...titled('section', flatSections(book.sections)),
          ...titled(
            'indicator',
            indicatorsOf(book).map(({ indicator }) => indicator),
          ),
          ...titled('fact', book.facts),
          ...titled('veto', book.vetoes),
          ...titled('grade', book.grades),
        ];
  return (
    <Suspense fallback={<StateBlock kind="loading" title={t('common.loading')} />}>
      <CommentsPanel
        bookId={bookId}
        place={commentPlace(place)}
        places={places}
        readOnly={readOnly}
        onGo={(next) => onGo(readPlace(next))}
      />
    </Suspense>
  );
}
