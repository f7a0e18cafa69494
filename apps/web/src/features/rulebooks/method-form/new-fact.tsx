import type { Fact, FactKind, RuleBook, Text } from '@heng/rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { SelectField as PlainSelect, TextField } from '../workshop/forms/field.js';
import { freeId } from '../workshop/edit-tree.js';
import { useScene } from './form-scene.js';

type Props = {
  readonly kinds: readonly FactKind[];
  readonly onCreate: (fact: Fact) => void;
  readonly onCancel: () => void;
};

/** What has to be said of a kind besides its name, and how many at least. */
const listsOf: Partial<
  Record<FactKind, { readonly label: 'options' | 'levels' | 'groups'; readonly least: number }>
> = {
  choice: { label: 'options', least: 2 },
  ballots: { label: 'options', least: 2 },
  records: { label: 'levels', least: 1 },
  raters: { label: 'groups', least: 1 },
};

/** A data item made while writing the rule that needs it; the rest of it is filled in among the data. */
export function NewFact({ kinds, onCreate, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const { book, indicator } = useScene();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<FactKind>(kinds[0] ?? 'number');
  const [unit, setUnit] = useState(t('methodForm.fact.defaultUnit'));
  const [lines, setLines] = useState('');
  const [isAsked, setAsked] = useState(false);
  const lists = listsOf[kind];
  const names = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const lacking =
    title.trim() === ''
      ? t('methodForm.fact.needsTitle')
      : kind === 'number' && unit.trim() === ''
        ? t('methodForm.fact.needsUnit')
        : lists !== undefined && names.length < lists.least
          ? t('methodForm.fact.needsOptions', { count: lists.least })
          : null;
  const create = () => {
    setAsked(true);
    if (lacking !== null) return;
    const enteredBy = book.facts[0]?.enteredBy ?? {
      zh: i18n.getFixedT('zh-CN')('methodForm.fact.enteredBy'),
      en: i18n.getFixedT('en')('methodForm.fact.enteredBy'),
    };
    onCreate(
      newFact(book, { title: title.trim(), kind, unit: unit.trim(), names, enteredBy, for: indicator.id }),
    );
  };
  return (
    <div className="new-fact" role="group" aria-label={t('methodForm.fact.new')}>
      <TextField label={t('methodForm.fact.title')} value={title} onChange={setTitle} />
      {kinds.length > 1 && (
        <PlainSelect
          label={t('methodForm.fact.kind')}
          value={kind}
          options={kinds.map((each) => ({ value: each, label: t(`methodForm.fact.kinds.${each}`) }))}
          onChange={setKind}
        />
      )}
      {kind === 'number' && <TextField label={t('methodForm.fact.unit')} value={unit} onChange={setUnit} />}
      {lists !== undefined && (
        <TextField label={t(`methodForm.fact.${lists.label}`)} value={lines} lines={4} onChange={setLines} />
      )}
      {isAsked && lacking !== null && (
        <p className="form-error" role="alert">
          {lacking}
        </p>
      )}
      <div className="row-actions">
        <Button small look="primary" onClick={create}>
          {t('methodForm.fact.create')}
        </Button>
        <Button small onClick={onCancel}>
          {t('methodForm.fact.cancel')}
        </Button>
      </div>
    </div>
  );
}

type Wish = {
  readonly title: string;
  readonly kind: FactKind;
  readonly unit: string;
  readonly names: readonly string[];
  readonly enteredBy: Text;
  /** The indicator it is made for: its id begins with that. */
  readonly for: string;
};

/** One text in both languages, until somebody translates it. */
const both = (words: string): Text => ({ zh: words, en: words });

function newFact(book: RuleBook, wish: Wish): Fact {
  const common = {
    id: freeId(book, `${wish.for}-data`),
    title: both(wish.title),
    source: 'declared' as const,
    enteredBy: wish.enteredBy,
  };
  const named = wish.names.map((name, index) => ({ id: `o${index + 1}`, title: both(name) }));
  switch (wish.kind) {
    case 'number':
      return { ...common, kind: 'number', unit: both(wish.unit), checks: { min: '0' } };
    case 'percent':
      return { ...common, kind: 'percent' };
    case 'boolean':
    case 'date':
      return { ...common, kind: wish.kind };
    case 'choice':
    case 'ballots':
      return { ...common, kind: wish.kind, options: named };
    case 'records':
      return { ...common, kind: 'records', levels: named };
    case 'panel':
      return { ...common, kind: 'panel', scale: '100' };
    case 'raters':
      return { ...common, kind: 'raters', scale: '100', groups: named };
  }
}
