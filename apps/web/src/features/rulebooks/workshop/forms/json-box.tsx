import { applyEdits } from '@heng/rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { checkDocument, type Finding } from '../checked-document.js';
import { Field } from './field.js';

type Props = {
  readonly label: string;
  readonly document: unknown;
  /** JSON pointer of the part in the document; '' is the whole. */
  readonly path: string;
  readonly value: unknown;
  readonly onTake: (value: unknown) => void;
  readonly lines?: number;
};

type Refusal =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'wrong'; readonly value: unknown; readonly findings: readonly Finding[] };

/** A part of the book as its text. It is read and checked before it is taken; what is unfinished can be taken all the same. */
export function JsonBox({ label, document, path, value, onTake, lines = 14 }: Props) {
  const { t } = useTranslation();
  const original = JSON.stringify(value, null, 2) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = (next: unknown) => {
    setTyped(null);
    setRefusal(null);
    onTake(next);
  };
  const check = () => {
    const read = readJson(typed ?? original);
    if (!read.ok) return setRefusal({ kind: 'unreadable', reason: read.reason });
    const candidate =
      path === '' ? read.value : applyEdits(document, [{ op: 'set', path, value: read.value }]);
    const findings = checkDocument(candidate).findings.filter(
      (finding) => finding.severity === 'problem' && isWithin(finding.path, path),
    );
    if (findings.length > 0) return setRefusal({ kind: 'wrong', value: read.value, findings });
    take(read.value);
  };
  return (
    <div className="json-box">
      <Field label={label} hint={t('workshop.json.hint')}>
        {(ids) => (
          <textarea
            {...ids}
            className="text-input json-input"
            data-own-undo
            spellCheck={false}
            rows={lines}
            value={typed ?? original}
            onChange={({ target }) => {
              setTyped(target.value);
              setRefusal(null);
            }}
          />
        )}
      </Field>
      {refusal !== null && <Refused refusal={refusal} onTake={take} />}
      <Button disabled={typed === null || typed === original} onClick={check}>
        {t('workshop.json.take')}
      </Button>{' '}
      {typed !== null && typed !== original && (
        <Button
          look="text"
          onClick={() => {
            setTyped(null);
            setRefusal(null);
          }}
        >
          {t('workshop.json.reset')}
        </Button>
      )}
    </div>
  );
}

function Refused({
  refusal,
  onTake,
}: {
  readonly refusal: Refusal;
  readonly onTake: (value: unknown) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  if (refusal.kind === 'unreadable')
    return (
      <p role="alert" className="form-error">
        {t('workshop.json.unreadable', { reason: refusal.reason })}
      </p>
    );
  return (
    <div role="alert">
      <p className="form-error">{t('workshop.json.wrong', { count: refusal.findings.length })}</p>
      <ul>
        {refusal.findings.slice(0, 12).map(({ code, path, message, fix }) => (
          <li key={`${code} ${path}`}>
            {text(message)} {text(fix)} <code>{path}</code>
          </li>
        ))}
      </ul>
      <Button small onClick={() => onTake(refusal.value)}>
        {t('workshop.json.takeAnyway')}
      </Button>
    </div>
  );
}

const isWithin = (path: string, part: string): boolean => path === part || path.startsWith(`${part}/`);

function readJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : '' };
  }
}
