import type { Fact } from '@heng/rules';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import '../../ui/text-input.css';
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
          wrong={problem !== null}
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
        <p role="alert" id={`${id}-problem`} className="details-problem">
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
  readonly wrong: boolean;
  readonly text: string;
  readonly chosen: unknown;
  readonly onType: (typed: string) => void;
  readonly onChoose: (value: string | boolean | null) => void;
  readonly commit: () => void;
  readonly onOpen: () => void;
};

/** The browser's own fields: on a phone they bring its own keyboard and its own list of options. */
function FieldInput({ id, fact, locked, wrong, text, chosen, onType, onChoose, commit, onOpen }: InputProps) {
  const { t } = useTranslation();
  const say = useText();
  const locale = useLocale();
  const common = {
    id,
    className: 'text-input',
    disabled: locked,
    'aria-invalid': wrong,
    'aria-describedby': wrong ? `${id}-problem` : undefined,
  };
  switch (fact.kind) {
    case 'boolean':
    case 'choice': {
      const options =
        fact.kind === 'choice'
          ? fact.options.map((option) => [option.id, say(option.title)] as const)
          : ([
              ['true', t('fact.yes')],
              ['false', t('fact.no')],
            ] as const);
      return (
        <select
          {...common}
          value={chosen === null ? '' : String(chosen)}
          onChange={({ target: { value } }) =>
            onChoose(value === '' ? null : fact.kind === 'boolean' ? value === 'true' : value)
          }
        >
          <option value="">{t('grid.empty')}</option>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
    }
    case 'number':
    case 'percent':
    case 'date':
      return (
        <span className="field-with-unit">
          <input
            {...common}
            inputMode={fact.kind === 'date' ? 'text' : 'decimal'}
            value={text}
            onChange={(event) => onType(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
            }}
          />
          <span className="field-unit">{unitText(fact, locale)}</span>
        </span>
      );
    default:
      return (
        <Button id={id} disabled={locked} onClick={onOpen}>
          {text === '' ? t('declaration.fill') : text}
        </Button>
      );
  }
}
