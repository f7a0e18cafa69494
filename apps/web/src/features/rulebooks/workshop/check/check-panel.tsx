import { fixesFor, type Fix, type RuleBook } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import type { Finding } from '../checked-document.js';
import { placeAt, placeText } from '../place.js';
import './check-panel.css';

type Props = {
  readonly document: unknown;
  readonly book: RuleBook | null;
  readonly findings: readonly Finding[];
  /** The check is of a document that has changed since. */
  readonly isOld: boolean;
  readonly readOnly: boolean;
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (fix: Fix) => void;
};

const severities = ['problem', 'error', 'warning', 'advice'] as const;

/** 检查: what is wrong and where, with a way out for a button where there is one. */
export function CheckPanel({ document, book, findings, isOld, readOnly, onGo, onFix }: Props) {
  const { t } = useTranslation();
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [t(`workshop.check.count.${severity}`, { count })];
  });
  return (
    <div className={isOld ? 'check-panel is-old' : 'check-panel'}>
      <p role="status" className="check-sum">
        {findings.length === 0 ? t('workshop.check.clean') : counts.join(t('workshop.check.comma'))}
      </p>
      <ol className="check-list">
        {findings.map((finding, index) => (
          <Entry
            key={`${finding.code} ${finding.path} ${index}`}
            finding={finding}
            book={book}
            fixes={readOnly ? [] : fixesFor(finding, document)}
            onGo={() => onGo(finding)}
            onFix={onFix}
          />
        ))}
      </ol>
    </div>
  );
}

function Entry({
  finding,
  book,
  fixes,
  onGo,
  onFix,
}: {
  readonly finding: Finding;
  readonly book: RuleBook | null;
  readonly fixes: readonly Fix[];
  readonly onGo: () => void;
  readonly onFix: (fix: Fix) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const { severity, code, path, message, fix } = finding;
  const place = book === null ? null : placeAt(book, path);
  const where = place === null ? path : 'id' in place ? place.id : t(`workshop.place.${placeText(place)}`);
  return (
    <li className={`check-entry is-${severity}`}>
      <p>
        <strong className="check-severity">{t(`workshop.check.severity.${severity}`)}</strong>{' '}
        {book !== null && (
          <button
            type="button"
            className="link-button"
            aria-label={t('workshop.check.goTo', { place: where })}
            onClick={onGo}
          >
            {where}
          </button>
        )}{' '}
        {text(message)}
      </p>
      <p className="muted">{text(fix)}</p>
      {fixes.length > 0 && (
        <div className="check-fixes">
          {fixes.map((each) => (
            <Button key={each.title.zh} small onClick={() => onFix(each)}>
              {text(each.title)}
            </Button>
          ))}
        </div>
      )}
      <small className="muted">
        {code} <code>{path}</code>
      </small>
    </li>
  );
}
