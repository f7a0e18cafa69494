import type { RuleBook } from '@heng/rules';
import { describeChange, diffRuleBooks, type Change, type Touches } from '@heng/rules/compare';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../platform/i18n.js';
import '../../../ui/explanation.css';
import { Choice } from '../../../ui/choice.js';
import { StateBlock } from '../../../ui/state-block.js';
import { ClausePair } from './clause-pair.js';
import './compare.css';
import { groupedChanges, type ChangeGroup } from './grouped-changes.js';

export const touchesFilters = ['all', 'points', 'standing', 'entry', 'wording'] as const;
export type TouchesFilter = (typeof touchesFilters)[number];

type Props = {
  readonly before: RuleBook;
  readonly after: RuleBook;
  readonly only: TouchesFilter;
  readonly onOnly: (only: TouchesFilter) => void;
};

/** All that makes one rule book another, in sentences by section, with the clauses side by side. */
export function BookChanges({ before, after, only, onOnly }: Props) {
  const { t } = useTranslation();
  const diff = useMemo(() => diffRuleBooks(before, after), [before, after]);
  const groups = useMemo(() => groupedChanges(diff, after), [diff, after]);
  const count = (touches: Touches) => diff.changes.filter((change) => change.touches === touches).length;
  if (diff.changes.length === 0) return <StateBlock kind="empty" title={t('compare.equal')} />;
  const shown = groups.flatMap((group): ChangeGroup[] => {
    const changes = group.changes.filter(({ touches }) => only === 'all' || touches === only);
    // Clauses are what points are given by.
    const clauses = only === 'all' || only === 'points' ? group.clauses : [];
    return changes.length + clauses.length === 0 ? [] : [{ ...group, changes, clauses }];
  });
  return (
    <>
      <p>
        {t('compare.counts', {
          changes: diff.changes.length,
          points: count('points'),
          clauses: diff.clauses.length,
        })}
      </p>
      <div className="compare-filter">
        <Choice
          label={t('compare.onlyTitle')}
          value={only}
          options={touchesFilters.map((value) => ({ value, label: t(`compare.only.${value}`) }))}
          onChange={onOnly}
        />
      </div>
      {shown.length === 0 && <StateBlock kind="empty" title={t('compare.nothingLeft')} />}
      {shown.map((group) => (
        <GroupPanel key={group.id} group={group} />
      ))}
    </>
  );
}

function GroupPanel({ group: { key, title, changes, clauses } }: { readonly group: ChangeGroup }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="panel changes">
      <h2>{title === null ? t(`compare.${key}`) : text(title)}</h2>
      <ul>
        {changes.map((change, index) => (
          <ChangeItem key={index} change={change} />
        ))}
      </ul>
      {clauses.length > 0 && (
        <>
          <h3>{t('compare.clauses')}</h3>
          {clauses.map((clause) => (
            <ClausePair key={clause.indicator.after} clause={clause} />
          ))}
        </>
      )}
    </section>
  );
}

function ChangeItem({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <li>
      <span className={`touches is-${change.touches}`}>{t(`compare.touches.${change.touches}`)}</span>
      <span>{describeChange(change, locale)}</span>
    </li>
  );
}
