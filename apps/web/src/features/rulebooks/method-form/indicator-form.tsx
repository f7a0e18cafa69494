import {
  Finish,
  Indicator,
  Measure,
  NotApplicable,
  parseRuleBook,
  type Fact,
  type Problem,
  type RuleBook,
} from '@heng/rules';
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/explanation.css';
import { changeIndicator, pathOf } from '../workshop/edit-tree.js';
import { focusPath } from '../workshop/focus-path.js';
import { AudienceFields } from './audience-fields.js';
import { ClausePanel } from './clause-panel.js';
import { SceneProvider, type ChangePart, type FormScene } from './form-scene.js';
import './method-form.css';
import { MethodPicker } from './method-picker.js';
import { unitOfIndicator } from './number-sense.js';
import { ObjectFields } from './object-fields.js';
import { withReachedProvenance } from './reached-provenance.js';
import { SchemaField } from './schema-field.js';
import { methodSchema, shapeOf } from './schema-shape.js';
import { WriteClause } from './write-clause.js';

type Props = {
  /** The document as it stands, finished or not; the indicator is in it. */
  readonly book: RuleBook;
  readonly indicator: Indicator;
  /**
   * @param facts data items that have to come into the book together with the indicator
   * @param field the JSON pointer of what is typed into, so that keystrokes in one field can be undone together
   */
  readonly onChange: (indicator: Indicator, facts: readonly Fact[] | undefined, field: string) => void;
  /** What is wrong with the book, where somebody has checked it already; paths begin at the book. */
  readonly problems?: readonly Problem[];
  /** Beside title and points: what the workshop adds, such as the id. */
  readonly beside?: ReactNode;
};

/** The form of one indicator, drawn from the rule format itself, under the clause that its rules make. */
export function IndicatorForm({ book, indicator, onChange, problems, beside }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  const [typedInto, setTypedInto] = useState('');
  const scene = useFormScene(book, indicator, problems);
  const change = (next: Indicator, facts?: readonly Fact[]) =>
    onChange(withReachedProvenance(indicator, next), facts, typedInto);
  const member =
    (key: keyof Indicator): ChangePart =>
    (value, facts) => {
      const { [key]: _, ...others } = indicator;
      // The value is what the member's own schema asks for, or is being typed.
      change((value === undefined ? others : { ...indicator, [key]: value }) as Indicator, facts);
    };
  const field = (key: 'title' | 'points' | 'scoredBy' | 'missing') => (
    <SchemaField
      schema={Indicator.shape[key]}
      place={`indicator/${key}`}
      at={`/${key}`}
      value={indicator[key]}
      onChange={member(key)}
    />
  );
  const { score } = indicator;
  return (
    <SceneProvider value={scene}>
      <div
        ref={root}
        role="group"
        className="indicator-form"
        aria-label={t('methodForm.form', { title: text(indicator.title) })}
        onFocus={({ target }) => {
          setTypedInto(target.dataset['path'] ?? scene.prefix);
        }}
      >
        <ClausePanel onJump={(path) => root.current && focusPath(root.current, path)} />
        <WriteClause onTake={(next) => change(next)} />
        <RulePart title={t('methodForm.basics')}>
          {field('title')}
          {field('points')}
          {beside}
          {field('scoredBy')}
        </RulePart>
        <RulePart title={t('methodForm.number')}>
          {readsItself(score.method) && <p className="muted is-whole">{t('methodForm.readsFacts')}</p>}
          <SchemaField
            schema={Measure}
            place="measure"
            at="/measure"
            label={t('methodForm.measure')}
            value={indicator.measure}
            onChange={member('measure')}
          />
        </RulePart>
        <RulePart title={t('methodForm.score')}>
          <MethodPicker onChange={change} />
          <MethodFields key={score.method} value={score} onChange={member('score')} />
        </RulePart>
        <RulePart title={t('methodForm.policies')}>
          {field('missing')}
          <SchemaField
            schema={NotApplicable}
            place="notApplicable"
            at="/notApplicable"
            label={t('methodForm.fields.indicator/notApplicable')}
            value={indicator.notApplicable}
            optional
            onChange={member('notApplicable')}
          />
        </RulePart>
        <RulePart title={t('methodForm.finish')}>
          <ObjectFields
            schema={Finish}
            path="finish"
            at="/finish"
            value={indicator.finish ?? {}}
            onChange={(value, facts) => member('finish')(isEmpty(value) ? undefined : value, facts)}
          />
        </RulePart>
        <RulePart title={t('methodForm.audience')}>
          <AudienceFields value={indicator.appliesTo} onChange={member('appliesTo')} />
        </RulePart>
      </div>
    </SceneProvider>
  );
}

function MethodFields({
  value,
  onChange,
}: {
  readonly value: Indicator['score'];
  readonly onChange: ChangePart;
}) {
  const { t } = useTranslation();
  const schema = methodSchema(value.method);
  return shapeOf(schema).kind === 'variants' ? (
    <SchemaField
      schema={schema}
      place={value.method}
      at="/score"
      value={value}
      label={t('methodForm.fields.ranked/form')}
      onChange={onChange}
    />
  ) : (
    <ObjectFields schema={schema} path={value.method} at="/score" value={value} onChange={onChange} />
  );
}

/** What stands in the document, with what is wrong with it. */
function useFormScene(
  book: RuleBook,
  indicator: Indicator,
  given: readonly Problem[] | undefined,
): FormScene {
  const deferred = useDeferredValue(indicator);
  const problems = useMemo(() => {
    const whole = changeIndicator(book, deferred.id, () => deferred);
    const prefix = pathOf(whole, { kind: 'indicator', id: deferred.id });
    if (prefix === null) return [];
    const found = given ?? problemsOf(whole);
    return found.flatMap((problem) =>
      problem.path.startsWith(`${prefix}/`) ? [{ ...problem, path: problem.path.slice(prefix.length) }] : [],
    );
  }, [book, deferred, given]);
  return useMemo(
    () => ({
      book,
      indicator,
      prefix: pathOf(book, { kind: 'indicator', id: indicator.id }) ?? '',
      problems,
      fact: null,
      unit: unitOfIndicator(indicator, book),
      Field: SchemaField,
    }),
    [book, indicator, problems],
  );
}

function problemsOf(book: RuleBook): readonly Problem[] {
  const parsed = parseRuleBook(book);
  return parsed.ok ? [] : parsed.problems;
}

function RulePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rule-part" aria-label={title}>
      <h3>{title}</h3>
      <div className="form-grid">{children}</div>
    </section>
  );
}

const readsItself = (method: string): boolean =>
  method === 'checklist' || method === 'choice' || method === 'records-worth';

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
