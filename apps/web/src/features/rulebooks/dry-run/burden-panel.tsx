import { numberText, Rational, type RuleBook } from '@heng/rules';
import {
  burdenChange,
  burdenOf,
  type Burden,
  type BurdenChange,
  type LevelBurden,
} from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/plain-table.css';
import { signedText } from './figure-text.js';
import './dry-run.css';

type Props = {
  readonly book: RuleBook;
  /** Another book to compare with, such as last year's. */
  readonly against?: RuleBook;
  /** How many units are assessed, for the sums over all. */
  readonly assessed?: number;
};

/** 减负: what a rule book asks of each level, and what of it is asked twice or in vain. */
export function BurdenPanel({ book, against, assessed }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const options = assessed === undefined ? {} : { units: { assessed } };
  const burden = burdenOf(book, options);
  const change = against === undefined ? null : burdenChange(against, book, options);
  return (
    <div className="panel trial-facts">
      <h2>{t('burden.title')}</h2>
      <p>
        {t('burden.asked', { facts: burden.asked.facts, attachments: burden.asked.attachments })}
        {burden.asked.minutesAll !== null &&
          assessed !== undefined &&
          t('burden.askedAll', { units: assessed, hours: hoursText(burden.asked.minutesAll) })}
      </p>
      <LevelsTable burden={burden} change={change} />
      <p className="muted">{t('burden.estimate')}</p>
      <TwiceAndUnread burden={burden} />
      {change !== null && against !== undefined && <Changed change={change} title={text(against.title)} />}
    </div>
  );
}

function LevelsTable({ burden, change }: { readonly burden: Burden; readonly change: BurdenChange | null }) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll" role="region" aria-label={t('burden.title')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('burden.column.who')}</th>
            {(['facts', 'attachments', 'minutesEach', 'minutesAll'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`burden.column.${column}`)}
              </th>
            ))}
            {change !== null && (
              <th scope="col" className="number">
                {t('burden.column.change')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {burden.levels.map((level) => (
            <LevelRows key={level.level} level={level} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LevelRows({ level, change }: { readonly level: LevelBurden; readonly change: BurdenChange | null }) {
  const { t } = useTranslation();
  const text = useText();
  const { level: id, facts, attachments, minutesEach, minutesAll, roles } = level;
  const moved = change?.levels.find((each) => each.level === id);
  return (
    <>
      <tr>
        <th scope="row">
          <strong>{t(`burden.level.${id}`)}</strong>
        </th>
        <td className="number">{facts}</td>
        <td className="number">{attachments}</td>
        <td className="number">{minutesText(minutesEach)}</td>
        <td className="number">{minutesAll === null ? '–' : minutesText(minutesAll)}</td>
        {change !== null && (
          <td className="number">
            {moved === undefined || (moved.facts === 0 && moved.minutesEach === '0')
              ? t('burden.unmoved')
              : t('burden.moved', {
                  facts: signedText(`${moved.facts}`, 'points'),
                  minutes: signedText(moved.minutesEach, 'points'),
                })}
          </td>
        )}
      </tr>
      {roles.length > 1 &&
        roles.map((role) => (
          <tr key={role.enteredBy.zh}>
            <th scope="row">{t('burden.role', { name: text(role.enteredBy) })}</th>
            <td className="number">{role.facts}</td>
            <td className="number">{role.attachments}</td>
            <td className="number">{minutesText(role.minutesEach)}</td>
            <td />
            {change !== null && <td />}
          </tr>
        ))}
    </>
  );
}

function TwiceAndUnread({ burden: { twice, unread, facts } }: { readonly burden: Burden }) {
  const { t } = useTranslation();
  const text = useText();
  const titles = new Map(facts.map(({ id, title }) => [id, text(title)]));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join(t('burden.comma'));
  return (
    <>
      <h3>{t('burden.twice.title')}</h3>
      {twice.length === 0 ? (
        <p className="muted">{t('burden.twice.none')}</p>
      ) : (
        <ul className="dead-list">
          {twice.map((each) => (
            <li key={each.facts.join(' ')}>
              {t(`burden.twice.${each.because}`, { facts: named(each.facts) })}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('burden.unread.title')}</h3>
      {unread.length === 0 ? (
        <p className="muted">{t('burden.unread.none')}</p>
      ) : (
        <p>{t('burden.unread.facts', { facts: named(unread) })}</p>
      )}
    </>
  );
}

function Changed({ change, title }: { readonly change: BurdenChange; readonly title: string }) {
  const { t } = useTranslation();
  const text = useText();
  const list = (facts: BurdenChange['added']) =>
    facts.map((fact) => text(fact.title)).join(t('burden.comma'));
  return (
    <>
      <h3>{t('burden.against', { title })}</h3>
      <ul className="dead-list">
        <li>
          {change.added.length === 0
            ? t('burden.addedNone')
            : t('burden.added', { count: change.added.length, facts: list(change.added) })}
        </li>
        <li>
          {change.dropped.length === 0
            ? t('burden.droppedNone')
            : t('burden.dropped', { count: change.dropped.length, facts: list(change.dropped) })}
        </li>
      </ul>
    </>
  );
}

const minutesText = (exact: string): string => numberText(exact, 1);
const hoursText = (minutes: string): string =>
  Rational.parse(minutes).over(Rational.integer(60)).round({ mode: 'half-up', digits: 1 }).toText();
