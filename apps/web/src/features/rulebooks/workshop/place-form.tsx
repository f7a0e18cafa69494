import type { RuleBook } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { RuleText } from '../rule-text.js';
import type { CheckedDocument } from './checked-document.js';
import { indicatorOf, sectionOf } from './edit-tree.js';
import { CohortsForm } from './forms/cohorts-form.js';
import { FactsForm } from './forms/facts-form.js';
import type { FormProps } from './forms/form-props.js';
import { GradesForm } from './forms/grades-form.js';
import { HeadForm } from './forms/head-form.js';
import { IndicatorPart } from './forms/indicator-part.js';
import { JsonBox } from './forms/json-box.js';
import { RankingForm } from './forms/ranking-form.js';
import { SectionForm } from './forms/section-form.js';
import { VetoesForm } from './forms/vetoes-form.js';
import { placePath, type Place } from './place.js';

type Props = FormProps & {
  readonly place: Place;
  readonly checked: CheckedDocument;
  readonly onGo: (place: Place) => void;
  readonly onDocument: (document: unknown) => void;
  readonly readOnly: boolean;
};

/** The form of the chosen line of the outline. */
export function PlaceForm({ place, book, checked, edit, onGo, onDocument, readOnly }: Props) {
  const { t } = useTranslation();
  const form = { book, edit };
  switch (place.kind) {
    case 'head':
      return <HeadForm {...form} />;
    case 'facts':
    case 'fact':
      return <FactsForm {...form} chosen={'id' in place ? place.id : null} onGo={onGo} readOnly={readOnly} />;
    case 'vetoes':
    case 'veto':
      return <VetoesForm {...form} />;
    case 'cohorts':
      return <CohortsForm {...form} />;
    case 'ranking':
      return <RankingForm {...form} />;
    case 'grades':
    case 'grade':
      return <GradesForm {...form} />;
    case 'section': {
      const section = sectionOf(book, place.id);
      if (section === null) return <Gone />;
      return (
        <SectionForm
          {...form}
          section={section}
          path={placePath(book, place) ?? ''}
          valid={checked.book}
          onRenamed={(id) => onGo({ kind: 'section', id })}
        />
      );
    }
    case 'indicator': {
      const indicator = indicatorOf(book, place.id);
      if (indicator === null) return <Gone />;
      return (
        <IndicatorPart
          {...form}
          indicator={indicator}
          path={placePath(book, place) ?? ''}
          findings={checked.findings}
          onRenamed={(id) => onGo({ kind: 'indicator', id })}
        />
      );
    }
    case 'text':
      return checked.book === null ? <p>{t('workshop.text.unfinished')}</p> : <Preview book={checked.book} />;
    case 'json':
      return <WholeText document={book} onDocument={onDocument} />;
  }
}

function Gone() {
  const { t } = useTranslation();
  return <p className="muted">{t('workshop.gone')}</p>;
}

function Preview({ book }: { readonly book: RuleBook }) {
  return (
    <div className="rule-preview">
      <RuleText book={book} />
    </div>
  );
}

/** The whole document as its text; the only way in where it has not even the shape of a rule book. */
export function WholeText({
  document,
  onDocument,
}: {
  readonly document: unknown;
  readonly onDocument: (document: unknown) => void;
}) {
  const { t } = useTranslation();
  return (
    <JsonBox
      label={t('workshop.place.json')}
      document={document}
      path=""
      value={document}
      lines={30}
      onTake={onDocument}
    />
  );
}
