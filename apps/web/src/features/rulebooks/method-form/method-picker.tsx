import type { Indicator } from '@heng/rules';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useScene } from './form-scene.js';
import { codesOf, inForm, methodsInOrder } from './method-presets.js';
import { withMethod, type Method } from './method-starters.js';

type Props = { readonly onChange: (indicator: Indicator) => void };

/** The method in use as a sentence with blanks, and a way to another one. What was typed for a method comes back with it. */
export function MethodPicker({ onChange }: Props) {
  const { t } = useTranslation();
  const { indicator, book } = useScene();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const kept = useRef(new Map<string, Pick<Indicator, 'measure' | 'score'>>());
  const { method } = indicator.score;
  const choose = (next: Method, code: string | null) => {
    setOpen(false);
    if (next === method && code === null) return;
    kept.current.set(method, { measure: indicator.measure, score: indicator.score });
    const before = code === null ? kept.current.get(next) : undefined;
    const changed = before === undefined ? withMethod(indicator, next, book) : { ...indicator, ...before };
    onChange(code === null ? changed : inForm(changed, code));
    setTold(code === null ? t(`methodForm.method.${next}.title`) : t(`methodForm.catalogue.${code}`));
  };
  return (
    <div className="method-picker is-whole">
      <p className="method-now">
        <strong>{t(`methodForm.method.${method}.title`)}</strong>{' '}
        <Blanks sentence={t(`methodForm.method.${method}.sentence`)} />
      </p>
      <Button small onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('methodForm.picker.change')}
      </Button>
      <p role="status" className="muted">
        {told !== null && t('methodForm.picker.kept', { name: told })}
      </p>
      {isOpen && <Choices current={method} onChoose={choose} onClose={() => setOpen(false)} />}
    </div>
  );
}

type ChoicesProps = {
  readonly current: Method;
  readonly onChoose: (method: Method, code: string | null) => void;
  readonly onClose: () => void;
};

function Choices({ current, onChoose, onClose }: ChoicesProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const id = useId();
  const needle = plain(wanted);
  const found = methodsInOrder.filter((method) => {
    const codes = codesOf[method].map((code) => `${code} ${t(`methodForm.catalogue.${code}`)}`);
    const texts = [
      t(`methodForm.method.${method}.title`),
      t(`methodForm.method.${method}.sentence`),
      ...codes,
    ];
    return texts.some((text) => plain(text).includes(needle));
  });
  return (
    <Dialog
      title={t('methodForm.picker.title')}
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('methodForm.picker.close')}</Button>}
    >
      <label htmlFor={id}>{t('methodForm.picker.search')}</label>
      <input
        id={id}
        type="search"
        className="text-input"
        autoFocus
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      {found.length === 0 && <p role="status">{t('methodForm.picker.none', { text: wanted })}</p>}
      <ul className="method-list">
        {found.map((method) => {
          const title = t(`methodForm.method.${method}.title`);
          return (
            <li key={method} className={method === current ? 'is-current' : ''}>
              <Button
                look={method === current ? 'plain' : 'primary'}
                small
                onClick={() => onChoose(method, null)}
                aria-label={t('methodForm.picker.use', { name: title })}
              >
                {title}
                {method === current && t('methodForm.picker.chosen')}
              </Button>
              <p className="method-sentence">
                <Blanks sentence={t(`methodForm.method.${method}.sentence`)} />
              </p>
              <p className="method-codes">
                <span className="muted">{t('methodForm.picker.covers')}</span>
                {codesOf[method].map((code) => (
                  <Button key={code} small look="text" onClick={() => onChoose(method, code)}>
                    {t(`methodForm.catalogue.${code}`)} <span className="muted">{code}</span>
                  </Button>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** Letters and digits as people compare them: full-width is half-width, spaces and brackets do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s[\]]/g, '');

/** A sentence whose blanks, in brackets, are underlined. */
export function Blanks({ sentence }: { readonly sentence: string }) {
  return (
    <>
      {sentence.split(/(\[[^\]]*\])/).map((part, index) =>
        part.startsWith('[') ? (
          <span key={index} className="blank">
            {part.slice(1, -1)}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
