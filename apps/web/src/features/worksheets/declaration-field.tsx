import type { Fact } from '@heng/rules';
import { Button, Input, Select } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../platform/i18n.js';
import { factText, readFact } from './fact-content.js';
import { unitText } from './fact-columns.js';
import type { GridStore } from './grid/grid-store.js';

type Props = {
  readonly store: GridStore;
  readonly row: number;
  readonly column: number;
  readonly fact: Fact;
  readonly onOpen: () => void;
};

/** One question: large input, its unit, its definition, and whether the answer is saved. */
export function DeclarationField({ store, row, column, fact, onOpen }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  useSyncExternalStore(store.subscribe, () => store.revision);
  const [typed, setTyped] = useState<string | null>(null);
  const content = store.content(row, column);
  const locked = store.columns[column]?.locked !== false;
  const problem = store.problem(row, column);
  const state = store.state(row, column);
  const id = `field-${fact.id}`;
  const commit = () => {
    if (typed === null) return;
    store.write([{ row, column, to: readFact(fact, typed, locale) }]);
    setTyped(null);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{text(fact.title)}</label>
      {fact.definition && <p className="muted">{text(fact.definition)}</p>}
      <div className="field-input">
        <FieldInput
          {...{ id, fact, locked, onOpen, commit, text: typed ?? content.text, onType: setTyped }}
          chosen={content.value}
          onChoose={(value) =>
            store.write([{ row, column, to: { value, text: factText(fact, value, locale) } }])
          }
        />
        <span className={`field-state is-${problem === null ? state : 'error'}`} role="status">
          {state === 'clean' ? '' : t(`declaration.state.${state}`)}
        </span>
      </div>
      {problem !== null && (
        <p role="alert" className="details-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

type InputProps = {
  readonly id: string;
  readonly fact: Fact;
  readonly locked: boolean;
  readonly text: string;
  readonly chosen: unknown;
  readonly onType: (typed: string) => void;
  readonly onChoose: (value: string | boolean | null) => void;
  readonly commit: () => void;
  readonly onOpen: () => void;
};

function FieldInput({ id, fact, locked, text, chosen, onType, onChoose, commit, onOpen }: InputProps) {
  const { t } = useTranslation();
  const say = useText();
  const locale = useLocale();
  switch (fact.kind) {
    case 'boolean':
      return (
        <Select
          id={id}
          size="large"
          disabled={locked}
          value={typeof chosen === 'boolean' ? String(chosen) : null}
          options={['true', 'false'].map((value) => ({
            value,
            label: t(value === 'true' ? 'fact.yes' : 'fact.no'),
          }))}
          onChange={(value) => onChoose(value === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          size="large"
          disabled={locked}
          value={typeof chosen === 'string' ? chosen : null}
          options={fact.options.map((option) => ({ value: option.id, label: say(option.title) }))}
          onChange={onChoose}
        />
      );
    case 'number':
    case 'percent':
    case 'date':
      return (
        <Input
          id={id}
          size="large"
          disabled={locked}
          inputMode={fact.kind === 'date' ? 'text' : 'decimal'}
          suffix={unitText(fact, locale)}
          value={text}
          onChange={(event) => onType(event.target.value)}
          onBlur={commit}
          onPressEnter={commit}
        />
      );
    default:
      return (
        <Button id={id} size="large" disabled={locked} onClick={onOpen}>
          {text === '' ? t('declaration.fill') : text}
        </Button>
      );
  }
}
