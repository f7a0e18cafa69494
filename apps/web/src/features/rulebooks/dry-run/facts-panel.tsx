import { numberText, type Fact, type RuleBook } from '@heng/rules';
import type { DryRun } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import '../../../ui/plain-table.css';
import { candidatesFor, sureCandidate } from './suggest-fact.js';

export type Mapping = Readonly<Record<string, string>>;

type Props = {
  readonly run: DryRun;
  readonly draft: RuleBook;
  readonly lastBook: RuleBook;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

/** What last year's facts lack, which of them may stand in for it, and what has to wait meanwhile. */
export function FactsPanel({ run, draft, lastBook, mapping, onMapping }: Props) {
  return (
    <>
      <MappingPanel run={run} draft={draft} lastBook={lastBook} mapping={mapping} onMapping={onMapping} />
      <WaitingPanel run={run} draft={draft} />
      <ApartPanel run={run} draft={draft} />
    </>
  );
}

function MappingPanel({ run, draft, lastBook, mapping, onMapping }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const lacking = new Map(run.lacking.map((each) => [each.id, each]));
  const wanted = draft.facts.filter(({ id }) => lacking.has(id) || mapping[id] !== undefined);
  const sure = Object.fromEntries(
    wanted.flatMap((fact) => {
      const found =
        mapping[fact.id] === undefined ? sureCandidate(candidatesFor(fact, lastBook.facts)) : null;
      return found === null ? [] : [[fact.id, found.fact.id]];
    }),
  );
  const choose = (id: string, last: string) => {
    const { [id]: _, ...rest } = mapping;
    onMapping(last === '' ? rest : { ...rest, [id]: last });
  };
  const suggested = Object.keys(sure).length;
  return (
    <div className="panel">
      <h2>{t('dryRun.facts.title')}</h2>
      {wanted.length === 0 ? (
        <p className="muted">{t('dryRun.facts.nothingLacks')}</p>
      ) : (
        <>
          <p className="muted">{t('dryRun.facts.hint')}</p>
          {suggested > 0 && (
            <p>
              <Button onClick={() => onMapping({ ...mapping, ...sure })}>
                {t('dryRun.facts.takeSure', { count: suggested })}
              </Button>
            </p>
          )}
          <div className="table-scroll" role="region" aria-label={t('dryRun.facts.title')} tabIndex={0}>
            <table className="plain-table trial-table mapping-table">
              <thead>
                <tr>
                  <th scope="col">{t('dryRun.facts.wanted')}</th>
                  <th scope="col">{t('dryRun.facts.because')}</th>
                  <th scope="col">{t('dryRun.facts.standIn')}</th>
                </tr>
              </thead>
              <tbody>
                {wanted.map((fact) => {
                  const lack = lacking.get(fact.id);
                  return (
                    <tr key={fact.id}>
                      <th scope="row" className="is-wide">
                        {text(fact.title)} <small className="muted">{fact.id}</small>
                      </th>
                      <td>
                        {lack === undefined ? t('dryRun.facts.mapped') : t(`dryRun.lacking.${lack.because}`)}
                      </td>
                      <td>
                        <StandIn
                          fact={fact}
                          known={lastBook.facts}
                          chosen={mapping[fact.id] ?? ''}
                          onChoose={(last) => choose(fact.id, last)}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

type StandInProps = {
  readonly fact: Fact;
  readonly known: readonly Fact[];
  readonly chosen: string;
  readonly onChoose: (last: string) => void;
};

function StandIn({ fact, known, chosen, onChoose }: StandInProps) {
  const { t } = useTranslation();
  const text = useText();
  const candidates = candidatesFor(fact, known);
  if (candidates.length === 0) return <span className="muted">{t('dryRun.facts.noCandidate')}</span>;
  const likely = candidates.filter(({ likeness }) => likeness !== 'none');
  const others = candidates.filter(({ likeness }) => likeness === 'none');
  const option = ({ fact: last, unitDiffers }: (typeof candidates)[number]) => (
    <option key={last.id} value={last.id}>
      {unitDiffers && last.kind === 'number'
        ? t('dryRun.facts.otherUnit', { title: text(last.title), unit: text(last.unit) })
        : text(last.title)}
    </option>
  );
  return (
    <select
      className="text-input"
      aria-label={t('dryRun.facts.chooseFor', { title: text(fact.title) })}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('dryRun.facts.leave')}</option>
      {likely.length > 0 && <optgroup label={t('dryRun.facts.likely')}>{likely.map(option)}</optgroup>}
      {others.length > 0 && <optgroup label={t('dryRun.facts.others')}>{others.map(option)}</optgroup>}
    </select>
  );
}

function WaitingPanel({ run: { waiting }, draft }: Pick<Props, 'run' | 'draft'>) {
  const { t } = useTranslation();
  const text = useText();
  const titles = new Map(draft.facts.map(({ id, title }) => [id, text(title)]));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join(t('dryRun.comma'));
  const nothing =
    waiting.indicators.length + waiting.vetoes.length + waiting.tieBreaks.length === 0 && !waiting.grading;
  return (
    <div className="panel trial-facts">
      <h2>{t('dryRun.waiting.title')}</h2>
      {nothing ? (
        <p className="muted">{t('dryRun.waiting.none')}</p>
      ) : (
        <p className="muted">{t('dryRun.waiting.hint')}</p>
      )}
      <ul className="dead-list">
        {waiting.indicators.map(({ id, title, points, units, everywhere, facts, factsOfYearBefore }) => (
          <li key={id}>
            {t('dryRun.waiting.indicator', { title: text(title), points: numberText(points) })}
            {!everywhere && t('dryRun.waiting.someUnits', { count: units.length })}
            {facts.length > 0 && t('dryRun.waiting.facts', { facts: named(facts) })}
            {factsOfYearBefore.length > 0 &&
              t('dryRun.waiting.yearBefore', { facts: named(factsOfYearBefore) })}
          </li>
        ))}
        {waiting.vetoes.map((id) => {
          const veto = draft.vetoes.find((each) => each.id === id);
          return (
            <li key={id}>
              {t('dryRun.waiting.veto', { title: veto === undefined ? id : text(veto.title) })}
            </li>
          );
        })}
        {waiting.tieBreaks.map((index) => (
          <li key={index}>{t('dryRun.waiting.tieBreak', { number: index + 1 })}</li>
        ))}
        {waiting.grading && <li>{t('dryRun.waiting.grading')}</li>}
      </ul>
    </div>
  );
}

/** What else no figure counts: refused values, units that the draft is not for, last year's own gaps. */
function ApartPanel({ run, draft }: Pick<Props, 'run' | 'draft'>) {
  const { t } = useTranslation();
  const text = useText();
  const { refused, notConcerned, lastWithoutYearBefore } = run;
  if (refused.length + notConcerned.length + lastWithoutYearBefore.length === 0) return null;
  const facts = new Map(draft.facts.map(({ id, title }) => [id, text(title)]));
  const names = new Map(run.units.map(({ code, name }) => [code, name]));
  return (
    <div className="panel trial-facts">
      <h2>{t('dryRun.apart.title')}</h2>
      {refused.length > 0 && (
        <>
          <h3>{t('dryRun.apart.refused', { count: refused.length })}</h3>
          <ul className="dead-list">
            {refused.slice(0, mostShown).map(({ unit, fact, problem }) => (
              <li key={`${unit}/${fact}`}>
                {t('dryRun.apart.value', {
                  unit: names.get(unit) ?? unit,
                  fact: facts.get(fact) ?? fact,
                  reason: text(problem.message),
                })}
              </li>
            ))}
            {refused.length > mostShown && (
              <li>{t('dryRun.apart.more', { count: refused.length - mostShown })}</li>
            )}
          </ul>
        </>
      )}
      {lastWithoutYearBefore.length > 0 && (
        <>
          <h3>{t('dryRun.apart.yearBefore')}</h3>
          <p>{lastWithoutYearBefore.map(({ title }) => text(title)).join(t('dryRun.comma'))}</p>
        </>
      )}
      {notConcerned.length > 0 && (
        <>
          <h3>{t('dryRun.apart.notConcerned', { count: notConcerned.length })}</h3>
          <p>{notConcerned.map(({ name }) => name).join(t('dryRun.comma'))}</p>
        </>
      )}
    </div>
  );
}

const mostShown = 50;
