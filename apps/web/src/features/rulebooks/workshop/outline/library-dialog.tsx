import type { Fact, Indicator, RuleBook } from '@heng/rules';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.js';
import { Dialog } from '../../../../ui/dialog.js';
import { StateBlock } from '../../../../ui/state-block.js';

const LibraryPicker = lazy(() =>
  import('../../library/index.js').then((part) => ({ default: part.LibraryPicker })),
);

type Props = {
  readonly book: RuleBook;
  readonly onTake: (indicator: Indicator, facts: readonly Fact[]) => void;
  readonly onClose: () => void;
};

/** 指标库: indicators of the default books, taken into the chosen section one by one. */
export function LibraryDialog({ book, onTake, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      wide
      title={t('library.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('workshop.close')}</Button>}
    >
      <Suspense fallback={<StateBlock kind="loading" title={t('common.loading')} />}>
        <LibraryPicker book={book} onTake={onTake} />
      </Suspense>
    </Dialog>
  );
}
