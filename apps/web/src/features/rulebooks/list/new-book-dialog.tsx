import { RuleBookResponse, type RuleBookSummary } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../platform/api-error.js';
import { callApi } from '../../../platform/call-api.js';
import { useText } from '../../../platform/i18n.js';
import { useSayError } from '../../../platform/say-error.js';
import { useSession } from '../../../platform/session.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { blankBook, copyOf, idFor, titleFor, type SkeletonWord } from '../new-rule-book.js';
import { CountField, SelectField, TextField } from '../workshop/forms/field.js';
import { TextPairField } from '../workshop/forms/text-pair-field.js';
import { defaultSources, sourceQuery, takenIds, type Source } from './book-sources.js';

type Props = {
  readonly books: readonly RuleBookSummary[];
  readonly start: Source;
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
};

/** 新建规则书: blank, from a default book, or from one that was published, for the next year. */
export function NewBookDialog({ books, start, onCreated, onClose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const session = useSession();
  const queries = useQueryClient();
  const [source, setSource] = useState<Source>(start);
  const [typedYear, setYear] = useState<number | undefined>(undefined);
  const [typedTitle, setTitle] = useState<Text | null>(null);
  const [typedId, setId] = useState<string | null>(null);
  const from = useQuery(sourceQuery(source, queries));
  const origin = from.data ?? null;
  const thisYear = new Date().getFullYear();
  const year = typedYear ?? (source.startsWith('book ') && origin ? origin.year + 1 : thisYear);
  const title =
    typedTitle ??
    (origin ? titleFor(origin.title, origin.year, year) : skeletonText('workshop.new.blankTitle', { year }));
  const id = typedId ?? idFor(origin?.id ?? 'rules', year, takenIds(books));
  const create = useMutation({
    mutationFn: () => {
      const wish = { id, title, year };
      const issuer =
        session.appointments.find(({ role }) => role === 'office')?.unitName ?? session.account.displayName;
      const book = origin
        ? copyOf(origin, wish)
        : blankBook(wish, issuer, (word: SkeletonWord) => skeletonText(`workshop.skeleton.${word}`));
      return callApi('/rulebooks', { method: 'POST', body: { book }, answer: RuleBookResponse });
    },
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      onCreated(answer.id);
    },
  });
  const isReady = from.isSuccess && title.zh.trim() !== '' && id !== '';
  return (
    <Dialog
      title={t('workshop.new.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={!isReady || create.isPending} onClick={() => create.mutate()}>
            {t('workshop.new.create')}
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <SelectField<Source>
          label={t('workshop.new.source')}
          value={source}
          options={[
            { value: 'blank', label: t('workshop.new.blank') },
            ...defaultSources.map((each) => ({ value: each, label: t(`workshop.new.${each}`) })),
            ...books
              .filter(({ status }) => status === 'published')
              .map(({ id: own, title: name, year: of, bookVersion }) => ({
                value: `book ${own}` as const,
                label: `${text(name)} · ${of} · ${t('rulebooks.version', { version: bookVersion })}`,
              })),
          ]}
          onChange={(next) => {
            setSource(next);
            setTitle(null);
            setId(null);
            setYear(undefined);
          }}
        />
        <CountField label={t('workshop.head.year')} value={year} onChange={setYear} />
        <TextPairField label={t('workshop.field.title')} value={title} onChange={setTitle} />
        <TextField
          label={t('workshop.head.id')}
          hint={t('workshop.head.idHint')}
          value={id}
          onChange={(next) => setId(next.trim())}
        />
      </div>
      {origin && <p className="muted">{t('workshop.new.copied')}</p>}
      {from.isError && (
        <p role="alert" className="form-error">
          {sayError(from.error)}
        </p>
      )}
      {create.isError && (
        <div role="alert" className="form-error">
          <p>{sayError(create.error)}</p>
          {create.error instanceof ApiError &&
            create.error.problems.slice(0, 5).map(({ path, message }) => (
              <p key={path}>
                {text(message)} <code>{path}</code>
              </p>
            ))}
        </div>
      )}
    </Dialog>
  );
}

const skeletonText = (key: string, values: Record<string, unknown> = {}): Text => ({
  zh: i18next.getFixedT('zh-CN')(key, values),
  en: i18next.getFixedT('en')(key, values),
});
