import { clauseOf, Indicator, type RuleBook } from '@heng/rules';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { useScene } from './form-scene.js';
import { readClause, type ClauseReading } from './read-clause.js';

type Props = { readonly onTake: (indicator: Indicator) => void };

/** The other way round: the clause is written, and read into rules. Nothing changes before the person takes it. */
export function WriteClause({ onTake }: Props) {
  const { t } = useTranslation();
  const { book, indicator } = useScene();
  const [typed, setTyped] = useState<string | null>(null);
  const [reading, setReading] = useState<ClauseReading | null>(null);
  const id = useId();
  const shown = typed ?? chineseClause(indicator, book);
  const reset = () => {
    setTyped(null);
    setReading(null);
  };
  return (
    <details className="write-clause">
      <summary>{t('methodForm.writing.title')}</summary>
      <label htmlFor={id}>{t('methodForm.writing.label')}</label>
      <textarea
        id={id}
        lang="zh-CN"
        className="text-input"
        rows={4}
        aria-describedby={`${id}-hint`}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          setReading(null);
        }}
      />
      <small id={`${id}-hint`} className="muted">
        {t('methodForm.writing.hint')}
      </small>
      <div className="row-actions">
        <Button
          small
          look="primary"
          disabled={shown.trim() === ''}
          onClick={() => void readClause(shown, indicator, book).then(setReading)}
        >
          {t('methodForm.writing.read')}
        </Button>
        {typed !== null && (
          <Button small onClick={reset}>
            {t('methodForm.writing.reset')}
          </Button>
        )}
      </div>
      <div role="status">
        {reading !== null && (
          <Reading
            reading={reading}
            onTake={(next) => {
              reset();
              onTake(next);
            }}
          />
        )}
      </div>
    </details>
  );
}

function Reading({
  reading,
  onTake,
}: {
  readonly reading: ClauseReading;
  readonly onTake: (indicator: Indicator) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  if (!reading.ok)
    return reading.kind === 'role' ? (
      <p className="form-error">
        {t('methodForm.writing.role', {
          said: t(`methodForm.writing.roles.${reading.said}`),
          own: t(`methodForm.writing.roles.${reading.own}`),
        })}
      </p>
    ) : (
      <p className="form-error">
        {reading.shown !== '' && t('methodForm.writing.at', { shown: reading.shown })} {text(reading.reason)}{' '}
        {text(reading.remedy)}
      </p>
    );
  if (reading.parts.length === 0) return <p>{t('methodForm.writing.same')}</p>;
  return (
    <>
      <p>
        {t('methodForm.writing.understood', {
          parts: reading.parts
            .map((part) => t(`methodForm.writing.parts.${part}`))
            .join(t('methodForm.writing.and')),
        })}
      </p>
      <Button small look="primary" onClick={() => onTake(reading.indicator)}>
        {t('methodForm.writing.take')}
      </Button>
    </>
  );
}

/** The clause to begin from; none while the rules are unfinished. */
function chineseClause(indicator: Indicator, book: RuleBook): string {
  if (!Indicator.safeParse(indicator).success) return '';
  try {
    return clauseOf(indicator, book, 'zh-CN');
  } catch {
    return '';
  }
}
