import type { Fact } from '@heng/rules';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { freeId } from '../edit-tree.js';
import type { Place } from '../place.js';
import { usesOfFacts } from '../used-by.js';
import { FactForm } from './fact-form.js';
import { TextField } from './field.js';
import type { FormProps } from './form-props.js';
import './facts-form.css';

type Props = FormProps & {
  readonly chosen: string | null;
  readonly onGo: (place: Place) => void;
  /** Who only reads still walks through the list. */
  readonly readOnly: boolean;
};

/** 采集的数据: all facts beside the form of the chosen one. */
export function FactsForm({ book, edit, chosen, onGo, readOnly }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const [filter, setFilter] = useState('');
  const uses = useMemo(() => usesOfFacts(book), [book]);
  const shown = book.facts.filter(
    ({ id, title, enteredBy }) =>
      filter === '' || [id, title.zh, title.en, enteredBy.zh].some((each) => each.includes(filter)),
  );
  const index = book.facts.findIndex(({ id }) => id === chosen);
  const fact = book.facts[index];
  const add = (start: Fact) => {
    const id = freeId(book, start.id);
    edit({ ...book, facts: [...book.facts, { ...start, id }] }, 'facts');
    onGo({ kind: 'fact', id });
  };
  const name = t('workshop.fact.new');
  return (
    <div className="facts-form">
      <div className="facts-list">
        <TextField label={t('workshop.fact.filter')} value={filter} onChange={setFilter} />
        <p className="muted" role="status">
          {t('workshop.fact.count', { count: shown.length, of: book.facts.length })}
        </p>
        <ul className="plain-list" aria-label={t('workshop.place.facts')}>
          {shown.map(({ id, title, kind }) => (
            <li key={id}>
              <button
                type="button"
                className="fact-choice"
                aria-current={id === chosen}
                onClick={() => onGo({ kind: 'fact', id })}
              >
                <span>{text(title) || id}</span>
                <small className={uses.has(id) ? 'muted' : 'unused'}>
                  {t(`workshop.kind.${kind}`)} ·{' '}
                  {uses.has(id)
                    ? t('workshop.fact.usedTimes', { count: uses.get(id)?.length ?? 0 })
                    : t('workshop.fact.unused')}
                </small>
              </button>
            </li>
          ))}
        </ul>
        <Button
          disabled={readOnly}
          onClick={() =>
            add({
              id: 'fact',
              title: { zh: name, en: name },
              kind: 'number',
              unit: { zh: t('workshop.fact.newUnit'), en: t('workshop.fact.newUnit') },
              source: 'declared',
              enteredBy: book.facts[0]?.enteredBy ?? book.issuer,
            })
          }
        >
          {t('workshop.fact.add')}
        </Button>
      </div>
      <div className="fact-detail">
        {fact === undefined ? (
          <p className="muted">{t('workshop.fact.choose')}</p>
        ) : (
          <FactForm
            key={fact.id}
            book={book}
            edit={edit}
            fact={fact}
            path={`/facts/${index}`}
            uses={uses.get(fact.id) ?? []}
            onGo={onGo}
            onDuplicate={() => add(fact)}
            readOnly={readOnly}
          />
        )}
      </div>
    </div>
  );
}
