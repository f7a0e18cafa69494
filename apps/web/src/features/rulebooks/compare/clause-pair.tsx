import type { ClauseChange } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { markedWords } from './marked-words.js';

/** One indicator's clause before and after, what changed in it marked by colour, by a line and for the ear. */
export function ClausePair({ clause }: { readonly clause: ClauseChange }) {
  const { t } = useTranslation();
  const text = useText();
  const { before, after } = markedWords(text(clause.before), text(clause.after));
  return (
    <div className="clause-pair">
      <h4>
        {text(clause.title)} <small className="muted">{clause.indicator.after}</small>
      </h4>
      <div className="clause-sides">
        <p className="clause">
          <span className="clause-side">{t('compare.before')}</span>
          {before.map(({ text: words, changed }, index) =>
            changed ? <del key={index}>{words}</del> : <span key={index}>{words}</span>,
          )}
        </p>
        <p className="clause">
          <span className="clause-side">{t('compare.after')}</span>
          {after.map(({ text: words, changed }, index) =>
            changed ? <ins key={index}>{words}</ins> : <span key={index}>{words}</span>,
          )}
        </p>
      </div>
    </div>
  );
}
