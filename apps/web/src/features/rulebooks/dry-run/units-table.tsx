import { Rational, type RuleBook } from '@heng/rules';
import type { DryRun, UnitMove } from '@heng/rules/compare';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import '../../../ui/plain-table.css';
import { ContributionsTable } from './contributions-table.js';
import { figureText, signedText } from './figure-text.js';
import { useGroupTitle } from './group-title.js';
import { useSaySource } from './say-source.js';
import type { UnitSort } from './unit-order.js';

type Props = {
  readonly run: DryRun;
  readonly draft: RuleBook;
  readonly units: readonly UnitMove[];
  readonly sort: UnitSort;
  readonly onSort: (sort: UnitSort) => void;
};

/** Who moves and what moved them; behind each unit all the parts, which add up. */
export function UnitsTable({ run, draft, units, sort, onSort }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const groupTitle = useGroupTitle(draft);
  const groups = new Map(run.groups.map((group) => [group.id, groupTitle(group)]));
  const toggle = (code: string) => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  const head = (column: UnitSort, className?: string) => (
    <th
      scope="col"
      className={className}
      {...(sort === column && { 'aria-sort': ascending.has(column) ? 'ascending' : 'descending' })}
    >
      <button type="button" className="sort" onClick={() => onSort(column)}>
        {t(`dryRun.column.${column}`)}
        {sort === column && <span aria-hidden>{ascending.has(column) ? ' ▴' : ' ▾'}</span>}
      </button>
    </th>
  );
  return (
    <div className="table-scroll" role="region" aria-label={t('dryRun.view.units')} tabIndex={0}>
      <table className="plain-table trial-table">
        <thead>
          <tr>
            {head('name')}
            {head('lastRank', 'number')}
            {head('rank', 'number')}
            {head('places')}
            <th scope="col" className="number">
              {t('dryRun.column.totals')}
            </th>
            {head('by', 'number')}
            <th scope="col">{t('dryRun.column.grades')}</th>
            <th scope="col" className="is-wide">
              {t('dryRun.column.reasons')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((move) => (
            <Fragment key={move.code}>
              <UnitRow
                move={move}
                scale={run.scale}
                group={run.groups.length > 1 ? (groups.get(move.after.cohort) ?? '') : null}
                open={open.has(move.code)}
                onToggle={() => toggle(move.code)}
              />
              {open.has(move.code) && (
                <tr className="contributions-row" id={`parts-${move.code}`}>
                  <td colSpan={8}>
                    <ContributionsTable move={move} scale={run.scale} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ascending: ReadonlySet<UnitSort> = new Set(['rank', 'lastRank', 'name']);

type RowProps = {
  readonly move: UnitMove;
  readonly scale: DryRun['scale'];
  readonly group: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
};

function UnitRow({ move, scale, group, open, onToggle }: RowProps) {
  const { t } = useTranslation();
  const text = useText();
  const saySource = useSaySource();
  const { code, name, before, after, by, gradeChanged, contributions } = move;
  const figure = (side: UnitMove['before']) => figureText(scale === 'share' ? side.share : side.total, scale);
  const grades = [before, after].map(({ gradeTitle }) => (gradeTitle === null ? '–' : text(gradeTitle)));
  const reasons = contributions
    .filter(({ againstGroup }) => !Rational.parse(againstGroup).round(hundredth).isZero())
    .slice(0, 2);
  return (
    <tr>
      <th scope="row">
        <Button
          look="text"
          small
          aria-expanded={open}
          aria-controls={open ? `parts-${code}` : undefined}
          onClick={onToggle}
        >
          <span aria-hidden>{open ? '▾' : '▸'}</span> {name}
        </Button>
        {group !== null && <small className="muted unit-group">{group}</small>}
      </th>
      <td className="number">{rankText(before, t)}</td>
      <td className="number">{rankText(after, t)}</td>
      <td>
        <Places move={move} />
      </td>
      <td className="number">
        {figure(before)} → {figure(after)}
      </td>
      <td className="number">{signedText(by, scale)}</td>
      <td>{gradeChanged ? <strong>{grades.join(' → ')}</strong> : grades[1]}</td>
      <td className="is-wide">
        {reasons.length === 0
          ? t('dryRun.noReason')
          : reasons
              .map(({ source, againstGroup }) => `${saySource(source)} ${shortSigned(againstGroup, scale)}`)
              .join(t('dryRun.comma'))}
      </td>
    </tr>
  );
}

const hundredth = { mode: 'half-up', digits: 2 } as const;

/** Reasons are told by the hundredth; the parts below are exact. */
const shortSigned = (exact: string, scale: DryRun['scale']): string =>
  signedText(scale === 'share' ? exact : Rational.parse(exact).round(hundredth).toText(), scale);

const rankText = ({ rank, tied }: UnitMove['before'], t: (key: string) => string): string =>
  rank === null ? '–' : `${rank}${tied ? t('dryRun.tied') : ''}`;

function Places({ move: { places, before, after } }: { readonly move: UnitMove }) {
  const { t } = useTranslation();
  if (places === null)
    return (
      <span className="muted">
        {before.rank === null || after.rank === null ? '–' : t('dryRun.places.otherGroup')}
      </span>
    );
  if (places === 0) return <span className="muted">{t('dryRun.places.same')}</span>;
  return places > 0 ? (
    <span className="moved-up">
      <span aria-hidden>▲</span> {t('dryRun.places.up', { places })}
    </span>
  ) : (
    <span className="moved-down">
      <span aria-hidden>▼</span> {t('dryRun.places.down', { places: -places })}
    </span>
  );
}
