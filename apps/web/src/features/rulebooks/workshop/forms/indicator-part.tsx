import type { Fact, Indicator } from '@heng/rules';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBlock } from '../../../../ui/state-block.js';
import type { Finding } from '../checked-document.js';
import { changeIndicator, flatSections, indicatorOf } from '../edit-tree.js';
import { renameId } from '../rename-id.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { RawPart } from './raw-part.js';

const IndicatorForm = lazy(() =>
  import('../../method-form/index.js').then((part) => ({ default: part.IndicatorForm })),
);

type Props = FormProps & {
  readonly indicator: Indicator;
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly onRenamed: (id: string) => void;
};

/** One indicator: the form of its rules, its id, and its text for what no form shows. */
export function IndicatorPart({ book, edit, indicator, path, findings, onRenamed }: Props) {
  const { t } = useTranslation();
  const change = (next: Indicator, facts: readonly Fact[] | undefined, field: string) => {
    const changed = changeIndicator(book, indicator.id, () => next);
    const fresh = (facts ?? []).filter(({ id }) => !book.facts.some((fact) => fact.id === id));
    edit(fresh.length === 0 ? changed : { ...changed, facts: [...changed.facts, ...fresh] }, field);
  };
  return (
    <>
      <Suspense fallback={<StateBlock kind="loading" title={t('common.loading')} />}>
        <IndicatorForm
          book={book}
          indicator={indicator}
          onChange={change}
          problems={findings.filter(({ severity }) => severity === 'problem')}
          beside={
            <div>
              <IdField
                value={indicator.id}
                isTaken={(id) =>
                  indicatorOf(book, id) !== null || flatSections(book.sections).some((each) => each.id === id)
                }
                onChange={(id) => {
                  edit(renameId(book, 'indicator', indicator.id, id), `${path}/id`);
                  onRenamed(id);
                }}
              />
            </div>
          }
        />
      </Suspense>
      <RawPart book={book} edit={edit} label={t('workshop.indicator.name')} path={path} value={indicator} />
    </>
  );
}
