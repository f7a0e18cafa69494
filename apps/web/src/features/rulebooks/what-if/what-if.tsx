import { numberText, Rational, type Fact, type FactValue, type Indicator, type RuleBook } from '@heng/rules';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import '../../../ui/plain-table.css';
import { CurveChart } from './curve-chart.js';
import { daysFrom } from './day-plus.js';
import { exampleUnit } from './example-values.js';
import { FactInput } from './fact-input.js';
import { dayZero, rangeOf, valueAtNumber } from './fact-range.js';
import { trialOf, type IndicatorTrial, type TrialResult, type UnitValues } from './indicator-trial.js';
import { measureBreaks } from './measure-breaks.js';
import { pointsCurve, type Curve } from './points-curve.js';
import './what-if.css';

type Props = { readonly book: RuleBook; readonly indicator: Indicator };

/** What an indicator gives: values that can be moved, the points of the engine with every step, and points over a value as a picture. */
export function WhatIf({ book, indicator }: Props) {
  const { t } = useTranslation();
  const [latestBook, latest] = [useDeferredValue(book), useDeferredValue(indicator)];
  const trial = useMemo(() => trialOf(latestBook, latest), [latestBook, latest]);
  if (trial === null) return <p className="muted">{t('whatIf.unfinished')}</p>;
  // What is imagined stays while the rule changes, unless it reads other facts.
  const reads = [...trial.reads.own, ...trial.reads.beside, ...trial.reads.previous].join(' ');
  return <Trial key={`${latest.id} ${reads}`} trial={trial} indicator={latest} />;
}

type TrialProps = { readonly trial: IndicatorTrial; readonly indicator: Indicator };

const shares = [Rational.of(3n, 4n), Rational.of(9n, 10n), Rational.of(1n, 2n), Rational.of(3n, 10n)];

function Trial({ trial, indicator }: TrialProps) {
  const { t } = useTranslation();
  const text = useText();
  const { reads } = trial;
  const [units, setUnits] = useState(() => exampleUnits(trial, indicator));
  // A rule that begins to compare needs others to compare with.
  const all = useMemo(
    () =>
      trial.reads.comparesUnits && units.length === 1
        ? [...units, ...exampleUnits(trial, indicator).slice(1)]
        : units,
    [trial, indicator, units],
  );
  const results = useMemo(() => trial.run(all), [trial, all]);
  const [own] = all;
  const [result] = results;
  if (own === undefined || result === undefined) return null;
  const facts = new Map(reads.book.facts.map((fact) => [fact.id, fact]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? []);
  const change = (index: number, when: 'now' | 'before') => (fact: Fact, value: FactValue | null) =>
    setUnits(
      all.map((unit, other) =>
        other === index ? { ...unit, [when]: { ...unit[when], [fact.id]: value } } : unit,
      ),
    );
  const inputs = (list: readonly Fact[], when: 'now' | 'before') =>
    list.map((fact) => (
      <FactInput
        key={`${when} ${fact.id}`}
        fact={fact}
        label={when === 'now' ? text(fact.title) : t('whatIf.lastYear', { fact: text(fact.title) })}
        indicator={indicator}
        book={reads.book}
        values={own[when]}
        onChange={(value) => change(0, when)(fact, value)}
      />
    ));
  return (
    <div className="what-if">
      <Result trial={trial} result={result} />
      <div role="group" aria-label={t('whatIf.values')}>
        <p className="muted">{t('whatIf.madeUp')}</p>
        {inputs(known(reads.own), 'now')}
        {inputs(known(reads.previous), 'before')}
        {reads.beside.length > 0 && (
          <details>
            <summary>{t('whatIf.beside', { count: reads.beside.length })}</summary>
            {inputs(known(reads.beside), 'now')}
          </details>
        )}
      </div>
      {reads.comparesUnits && (
        <Others
          units={all}
          results={results}
          facts={known(reads.own)}
          indicator={indicator}
          book={reads.book}
          onChange={(index, fact, value) => change(index, 'now')(fact, value)}
        />
      )}
      <Picture trial={trial} indicator={indicator} units={all} result={result} facts={known(reads.own)} />
      <Button small onClick={() => setUnits(exampleUnits(trial, indicator))}>
        {t('whatIf.again')}
      </Button>
    </div>
  );
}

/** One unit, or four where units are compared. */
const exampleUnits = ({ reads }: IndicatorTrial, indicator: Indicator): readonly UnitValues[] =>
  shares
    .slice(0, reads.comparesUnits ? shares.length : 1)
    .map((share) => exampleUnit(reads, indicator, share));

/** The points, and every step from the values to them. */
function Result({ trial, result }: { readonly trial: IndicatorTrial; readonly result: TrialResult }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { points, full, state } = result;
  return (
    <div className="what-if-result">
      <p role="status" className="what-if-points">
        {points === null ? (
          <strong>{t(`whatIf.states.${state}`)}</strong>
        ) : (
          <>
            <strong>{t('whatIf.points', { points: numberText(points) })}</strong>{' '}
            <span className="muted">{t('whatIf.outOf', { full })}</span>
          </>
        )}
      </p>
      <ol className="steps" aria-label={t('whatIf.steps')}>
        {trial.sentences(result, locale).map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ol>
    </div>
  );
}

type OthersProps = {
  readonly units: readonly UnitValues[];
  readonly results: readonly TrialResult[];
  readonly facts: readonly Fact[];
  readonly indicator: Indicator;
  readonly book: RuleBook;
  readonly onChange: (index: number, fact: Fact, value: FactValue | null) => void;
};

/** The units that this one is compared with. */
function Others({ units, results, facts, indicator, book, onChange }: OthersProps) {
  const { t } = useTranslation();
  const text = useText();
  // Counts of many kinds do not fit a table; those facts keep their example.
  const shown = facts.filter(({ kind }) => ['number', 'percent', 'date'].includes(kind));
  const nameOf = (index: number) => t('whatIf.units').split(' ')[index] ?? `${index + 1}`;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <caption>{t('whatIf.others')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.unit')}</th>
            {shown.map((fact) => (
              <th key={fact.id} scope="col">
                {text(fact.title)}
              </th>
            ))}
            <th scope="col">{t('whatIf.pointsAxis')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit, index) => (
            <tr key={index}>
              <th scope="row">{nameOf(index)}</th>
              {shown.map((fact) => (
                <td key={fact.id}>
                  <FactInput
                    fact={fact}
                    label={t('whatIf.of', { unit: nameOf(index), fact: text(fact.title) })}
                    indicator={indicator}
                    book={book}
                    values={unit.now}
                    isShort
                    onChange={(value) => onChange(index, fact, value)}
                  />
                </td>
              ))}
              <td>{numberText(results[index]?.points ?? '') || t('whatIf.noPoints')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PictureProps = {
  readonly trial: IndicatorTrial;
  readonly indicator: Indicator;
  readonly units: readonly UnitValues[];
  readonly result: TrialResult;
  readonly facts: readonly Fact[];
};

/** Points over one of the facts, everything else as it stands. */
function Picture(props: PictureProps) {
  const { t } = useTranslation();
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const along = props.facts.filter(({ kind }) => ['number', 'percent', 'date'].includes(kind));
  const fact = along.find(({ id }) => id === chosen) ?? along[0];
  if (fact === undefined) return <OptionPoints {...props} />;
  return (
    <>
      {along.length > 1 && (
        <label className="along">
          {t('whatIf.along')}
          <select className="text-input" value={fact.id} onChange={({ target }) => setChosen(target.value)}>
            {along.map(({ id, title }) => (
              <option key={id} value={id}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <AlongFact {...props} fact={fact} />
    </>
  );
}

function AlongFact({ trial, indicator, units, result, fact }: PictureProps & { readonly fact: Fact }) {
  const { t } = useTranslation();
  const text = useText();
  const latest = useDeferredValue(units);
  const curve = useMemo(() => curveAlong(trial, indicator, latest, fact), [trial, indicator, latest, fact]);
  if (curve === null) return null;
  const { book } = trial.reads;
  const unit = fact.kind === 'number' ? text(fact.unit) : fact.kind === 'percent' ? t('whatIf.percent') : '';
  const value = units[0]?.now[fact.id];
  const x =
    typeof value !== 'string'
      ? null
      : fact.kind === 'date'
        ? Rational.integer(daysFrom(dayZero(fact, indicator, book), value))
        : Rational.parse(value);
  return (
    <CurveChart
      curve={curve}
      title={unit === '' ? text(fact.title) : t('whatIf.withUnit', { fact: text(fact.title), unit })}
      sayNumber={(number) =>
        fact.kind === 'date'
          ? String(valueAtNumber(fact, indicator, book, number)).slice(5)
          : numberText(number.toText(), 2)
      }
      full={result.full}
      current={
        x === null ? null : { x, points: result.points === null ? null : Rational.parse(result.points) }
      }
    />
  );
}

/** The points along a fact; null where it has no range. */
function curveAlong(
  trial: IndicatorTrial,
  indicator: Indicator,
  [own, ...others]: readonly UnitValues[],
  fact: Fact,
): Curve | null {
  if (own === undefined) return null;
  const range = rangeOf(fact, indicator, own.now);
  if (range === null) return null;
  const at = (x: Rational): UnitValues => ({
    ...own,
    now: { ...own.now, [fact.id]: valueAtNumber(fact, indicator, trial.reads.book, x) },
  });
  const isWhole = fact.kind === 'date' || (fact.kind === 'number' && fact.checks?.integer === true);
  // Among units that are compared, points change where another unit is passed.
  const passed = trial.reads.comparesUnits
    ? trial
        .run([own, ...others])
        .flatMap(({ measure }, index) => (index === 0 || measure === null ? [] : [Rational.parse(measure)]))
    : [];
  return pointsCurve(range, [...measureBreaks(indicator), ...passed], isWhole, (xs) =>
    // Units that are compared are scored beside the same others, one at a time.
    trial.reads.comparesUnits
      ? xs.flatMap((x) => trial.run([at(x), ...others]).slice(0, 1))
      : trial.run(xs.map(at)),
  );
}

/** Where nothing can be moved along an axis: the points of every option. */
function OptionPoints({ trial, units, facts }: Pick<PictureProps, 'trial' | 'units' | 'facts'>) {
  const { t } = useTranslation();
  const text = useText();
  const [own, ...others] = units;
  const fact = facts.find(({ kind }) => kind === 'choice');
  if (own === undefined || fact?.kind !== 'choice') return null;
  const points = (option: string) =>
    trial.run([{ ...own, now: { ...own.now, [fact.id]: option } }, ...others])[0]?.points ?? null;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{text(fact.title)}</th>
          <th scope="col">{t('whatIf.pointsAxis')}</th>
        </tr>
      </thead>
      <tbody>
        {fact.options.map(({ id, title }) => {
          const earned = points(id);
          return (
            <tr key={id}>
              <th scope="row">{text(title)}</th>
              <td>{earned === null ? t('whatIf.noPoints') : numberText(earned)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
