import { indicatorsOf, type Ranking, type RuleBook, type TieBreak } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { flatSections } from '../edit-tree.js';
import { AppliesToField } from './applies-to-field.js';
import { CheckField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { MeasureField } from './measure-field.js';
import { PickList } from './pick-list.js';
import { RowActions } from './row-actions.js';
import { withMember } from './with-member.js';

/** 排名: what is compared, who stands first among equals, and who takes no part. */
export function RankingForm({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const { ranking } = book;
  const set = (next: Ranking, field = 'ranking') => edit({ ...book, ranking: next }, field);
  const options = optionsOf(book, useText());
  const requires = ranking.requires ?? {};
  const setRequires = (next: NonNullable<Ranking['requires']>) =>
    set(withMember(ranking, 'requires', Object.keys(next).length === 0 ? undefined : next));
  return (
    <>
      <fieldset className="form-group">
        <legend>{t('workshop.place.ranking')}</legend>
        <div className="form-grid">
          <SelectField
            label={t('workshop.ranking.better')}
            path="/ranking/better"
            value={ranking.better ?? 'higher'}
            options={(['higher', 'lower'] as const).map((each) => ({
              value: each,
              label: t(`workshop.ranking.${each}`),
            }))}
            onChange={(better) => set(withMember(ranking, 'better', better === 'lower' ? better : undefined))}
          />
          <SelectField
            label={t('workshop.ranking.on')}
            path="/ranking/on"
            value={ranking.on}
            options={(['rounded', 'exact'] as const).map((each) => ({
              value: each,
              label: t(`workshop.ranking.${each}`),
            }))}
            onChange={(on) => set({ ...ranking, on })}
          />
          <SelectField
            label={t('workshop.ranking.ties')}
            path="/ranking/ties"
            value={ranking.ties}
            options={(['competition', 'dense', 'forbidden'] as const).map((each) => ({
              value: each,
              label: t(`workshop.ranking.${each}`),
            }))}
            onChange={(ties) => set({ ...ranking, ties })}
          />
        </div>
      </fieldset>
      <TieBreaks book={book} edit={edit} />
      <fieldset className="form-group">
        <legend>{t('workshop.ranking.requires')}</legend>
        <div className="form-grid">
          <PickList
            label={t('workshop.ranking.requiredIndicators')}
            chosen={requires.indicators ?? []}
            options={options.indicators}
            onChange={(list) =>
              setRequires(withMember(requires, 'indicators', list.length === 0 ? undefined : list))
            }
          />
          <PickList
            label={t('workshop.ranking.requiredSections')}
            chosen={requires.sections ?? []}
            options={options.sections}
            onChange={(list) =>
              setRequires(withMember(requires, 'sections', list.length === 0 ? undefined : list))
            }
          />
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('workshop.ranking.outside')}</legend>
        <div className="form-grid">
          <CheckField
            label={t('workshop.ranking.hasOutside')}
            value={ranking.outOfCompetition !== undefined}
            onChange={(on) => set(withMember(ranking, 'outOfCompetition', on ? { units: [] } : undefined))}
          />
        </div>
        {ranking.outOfCompetition !== undefined && (
          <AppliesToField
            book={book}
            edit={edit}
            path="/ranking/outOfCompetition"
            value={ranking.outOfCompetition}
            onChange={(outOfCompetition) => set({ ...ranking, outOfCompetition })}
          />
        )}
      </fieldset>
    </>
  );
}

function optionsOf(book: RuleBook, text: ReturnType<typeof useText>) {
  return {
    indicators: indicatorsOf(book).map(({ indicator: { id, title } }) => ({
      value: id,
      label: `${id} ${text(title)}`,
    })),
    sections: flatSections(book.sections).map(({ id, title }) => ({
      value: id,
      label: `${id} ${text(title)}`,
    })),
  };
}

const kinds = ['no-veto', 'indicator', 'section', 'self-gap', 'measure', 'count-back', 'unit-code'] as const;

function TieBreaks({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const { tieBreaks } = book.ranking;
  const set = (next: TieBreak[], field = 'tieBreaks') =>
    edit({ ...book, ranking: { ...book.ranking, tieBreaks: next } }, field);
  return (
    <fieldset className="form-group" data-path="/ranking/tieBreaks">
      <legend>{t('workshop.ranking.tieBreaks')}</legend>
      <p className="muted">{t('workshop.ranking.tieBreaksHint')}</p>
      <ol className="form-rows">
        {tieBreaks.map((tieBreak, index) => {
          const path = `/ranking/tieBreaks/${index}`;
          const change = (next: TieBreak) => set(tieBreaks.map((each, at) => (at === index ? next : each)));
          return (
            <li key={index} className="form-row" data-path={path}>
              <SelectField
                label={t('workshop.ranking.tieBreak', { number: index + 1 })}
                value={tieBreak.kind}
                options={kinds.map((kind) => ({ value: kind, label: t(`workshop.tieBreak.${kind}`) }))}
                onChange={(kind) => change(startOf(kind, book))}
              />
              <Parameter book={book} edit={edit} path={path} value={tieBreak} onChange={change} />
              <RowActions
                name={t('workshop.ranking.tieBreak', { number: index + 1 })}
                list={tieBreaks}
                index={index}
                onChange={set}
              />
            </li>
          );
        })}
      </ol>
      <Button small onClick={() => set([...tieBreaks, { kind: 'unit-code' }])}>
        {t('workshop.ranking.addTieBreak')}
      </Button>
    </fieldset>
  );
}

function Parameter({
  book,
  edit,
  path,
  value,
  onChange,
}: FormProps & {
  readonly path: string;
  readonly value: TieBreak;
  readonly onChange: (value: TieBreak) => void;
}) {
  const { t } = useTranslation();
  const { indicators, sections } = optionsOf(book, useText());
  switch (value.kind) {
    case 'indicator':
      return (
        <SelectField
          label={t('workshop.tieBreak.indicator')}
          path={`${path}/indicator`}
          value={value.indicator}
          options={indicators}
          onChange={(indicator) => onChange({ ...value, indicator })}
        />
      );
    case 'section':
      return (
        <SelectField
          label={t('workshop.tieBreak.section')}
          path={`${path}/section`}
          value={value.section}
          options={sections}
          onChange={(section) => onChange({ ...value, section })}
        />
      );
    case 'measure':
      return (
        <>
          <MeasureField
            book={book}
            edit={edit}
            label={t('workshop.tieBreak.measure')}
            path={`${path}/of`}
            value={value.of}
            onChange={(of) => onChange({ ...value, of })}
          />
          <SelectField
            label={t('workshop.ranking.better')}
            value={value.better}
            options={(['higher', 'lower'] as const).map((each) => ({
              value: each,
              label: t(`workshop.ranking.${each}`),
            }))}
            onChange={(better) => onChange({ ...value, better })}
          />
        </>
      );
    case 'count-back':
      return (
        <>
          <PickList
            label={t('workshop.tieBreak.among')}
            chosen={value.indicators}
            options={indicators}
            onChange={(list) => onChange({ ...value, indicators: list })}
          />
          <SelectField
            label={t('workshop.tieBreak.by')}
            value={value.by}
            options={(['points', 'places'] as const).map((each) => ({
              value: each,
              label: t(`workshop.tieBreak.${each}`),
            }))}
            onChange={(by) => onChange({ ...value, by })}
          />
        </>
      );
    default:
      return null;
  }
}

function startOf(kind: TieBreak['kind'], book: RuleBook): TieBreak {
  const [first, second] = indicatorsOf(book).map(({ indicator }) => indicator.id);
  switch (kind) {
    case 'indicator':
      return { kind, indicator: first ?? '' };
    case 'section':
      return { kind, section: book.sections[0]?.id ?? '' };
    case 'measure': {
      const fact = book.facts.find((each) => each.kind === 'number' || each.kind === 'percent');
      return { kind, of: { kind: 'fact', fact: fact?.id ?? '' }, better: 'higher' };
    }
    case 'count-back':
      return { kind, indicators: [first ?? '', second ?? ''], by: 'points' };
    default:
      return { kind };
  }
}
