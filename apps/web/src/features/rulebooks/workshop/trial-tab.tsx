import type { RuleBook } from '@heng/rules';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBlock } from '../../../ui/state-block.js';
import { indicatorOf } from './edit-tree.js';
import { FormBoundary } from './form-boundary.js';
import type { Place } from './place.js';

const WhatIf = lazy(() => import('../what-if/index.js').then((part) => ({ default: part.WhatIf })));
const RealUnits = lazy(() => import('./real-units.js').then((part) => ({ default: part.RealUnits })));

type Props = {
  readonly book: RuleBook | null;
  readonly place: Place;
  /** The book that the draft amends. */
  readonly amends: string | null;
};

/** 试一试: what the chosen indicator gives for values that one moves, and what real units would get. Loaded when it is first opened. */
export function TrialTab({ book, place, amends }: Props) {
  const { t } = useTranslation();
  const indicator = book !== null && place.kind === 'indicator' ? indicatorOf(book, place.id) : null;
  if (book === null || indicator === null) return <p className="muted">{t('workshop.side.choose')}</p>;
  return (
    <FormBoundary of={indicator} fallback={<p className="muted">{t('workshop.side.choose')}</p>}>
      <Suspense fallback={<StateBlock kind="loading" title={t('common.loading')} />}>
        <WhatIf book={book} indicator={indicator} />
        <RealUnits book={book} amends={amends} indicator={indicator.id} />
      </Suspense>
    </FormBoundary>
  );
}
