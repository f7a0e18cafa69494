import { indicatorsOf, type RuleBook, type Section } from '@heng/rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { factKindsAt } from './fact-kinds.js';
import { useScene } from './form-scene.js';
import { choicesFor } from './initial-value.js';
import { NewFact } from './new-fact.js';
import { SelectField, type FieldProps, type SelectChoice } from './simple-fields.js';

/** Something of the book called by its id: a picker that shows titles. A data item that is not there yet is made on the spot. */
export function ReferenceField(props: FieldProps) {
  const choices = useNamedThings(props.path);
  const isFact = /(^|\/)fact$/.test(props.path);
  return isFact ? <FactField {...props} choices={choices} /> : <SelectField {...props} choices={choices} />;
}

function FactField({ choices, ...props }: FieldProps & { readonly choices: readonly SelectChoice[] }) {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  return (
    <div className="fact-field">
      <SelectField {...props} choices={choices} />
      {isMaking ? (
        <NewFact
          kinds={factKindsAt(props.path)}
          onCancel={() => setMaking(false)}
          onCreate={(fact) => {
            setMaking(false);
            props.onChange(fact.id, [fact]);
          }}
        />
      ) : (
        <Button small look="text" onClick={() => setMaking(true)}>
          {t('methodForm.fact.new')}
        </Button>
      )}
    </div>
  );
}

/** What a place can name, with titles. */
export function useNamedThings(path: string): SelectChoice[] {
  const { book, indicator, fact } = useScene();
  const text = useText();
  const named = (things: readonly { readonly id: string; readonly title: { zh: string; en: string } }[]) =>
    things.map(({ id, title }) => ({ value: id, label: text(title) }));
  switch (path.split('/').pop()) {
    case 'fact': {
      const kinds = factKindsAt(path);
      return named(book.facts.filter(({ kind }) => kinds.includes(kind)));
    }
    case 'indicator':
      return named(
        indicatorsOf(book).flatMap((placed) =>
          placed.indicator.id === indicator.id ? [] : [placed.indicator],
        ),
      );
    case 'section':
      return named(allSections(book));
    case 'grade':
      return named(book.grades);
    default:
      return fact === null ? [] : named(choicesFor(path, fact));
  }
}

const allSections = (book: RuleBook): Section[] => {
  const walk = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...walk(section.sections ?? [])]);
  return walk(book.sections);
};
