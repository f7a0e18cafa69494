import { PublicationResponse, type CycleResponse, type UnitResult } from '@heng/contracts';
import { indicatorsOf, type RuleBook } from '@heng/rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../platform/api-error.js';
import { callApi } from '../../platform/call-api.js';
import { useText } from '../../platform/i18n.js';
import { momentText } from '../../platform/moment-text.js';
import { useSayError } from '../../platform/say-error.js';
import { QueryFaces } from '../../ui/query-faces.js';
import './publication-panel.css';
import { publicationQuery, resultsQuery } from './results-queries.js';

type Props = { readonly cycle: CycleResponse; readonly book: RuleBook };

/** 公布: the seal of what was published, or what is still missing and the act itself. */
export function PublicationPanel({ cycle, book }: Props) {
  const { t } = useTranslation();
  const sealed = cycle.stage === 'published' || cycle.stage === 'archived';
  return (
    <section className="panel" aria-labelledby="publication-title">
      <h2 id="publication-title">{t('publication.title')}</h2>
      {sealed ? <Sealed cycle={cycle} /> : <Readiness cycle={cycle} book={book} />}
    </section>
  );
}

function Sealed({ cycle }: { readonly cycle: CycleResponse }) {
  const { t } = useTranslation();
  const publication = useQuery(publicationQuery(cycle.id));
  return (
    <QueryFaces query={publication} loading={t('common.loading')}>
      {(answer) => <Seal cycle={cycle} publication={answer} />}
    </QueryFaces>
  );
}

function Seal({
  cycle,
  publication,
}: {
  readonly cycle: CycleResponse;
  readonly publication: PublicationResponse;
}) {
  const { t } = useTranslation();
  const { publishedAt, publishedBy, packageHash, bookHash, engine, overrideReason } = publication;
  return (
    <div role="status" className="seal">
      <p className="seal-title">
        {t('publication.done', { when: momentText(publishedAt), by: publishedBy })}
      </p>
      <dl className="seal-list">
        <dt>{t('publication.packageHash')}</dt>
        <dd>
          <code>{packageHash}</code>
        </dd>
        <dt>{t('publication.bookHash')}</dt>
        <dd>
          <code>{bookHash}</code>
        </dd>
        <dt>{t('publication.engine')}</dt>
        <dd>{engine}</dd>
      </dl>
      {overrideReason !== null && <p>{t('publication.overridden', { reason: overrideReason })}</p>}
      <Button href={`/api/cycles/${cycle.id}/publication/package`} download>
        {t('publication.download')}
      </Button>
    </div>
  );
}

const waiting = new Set(['missing', 'pending', 'cannot-compute']);
const open = ({ indicators }: UnitResult) => indicators.filter(({ state }) => waiting.has(state));

function Readiness({ cycle, book }: Props) {
  const { t } = useTranslation();
  const results = useQuery(resultsQuery(cycle.id, 'verified'));
  const mayPublish = cycle.allowed.includes('result.publish');
  return (
    <QueryFaces query={results} loading={t('common.loading')}>
      {({ units }) => {
        const lacking = units.filter((unit) => open(unit).length > 0);
        return (
          <>
            <p>
              {lacking.length === 0
                ? t('publication.ready')
                : t('publication.notReady', { count: lacking.length })}
            </p>
            {lacking.length > 0 && <LackingList book={book} units={lacking} />}
            <PublishButton
              cycle={cycle}
              units={units}
              book={book}
              ready={lacking.length === 0}
              disabled={!mayPublish}
            />
            {!mayPublish && <p className="muted">{t('publication.notNow')}</p>}
          </>
        );
      }}
    </QueryFaces>
  );
}

function LackingList({ book, units }: { readonly book: RuleBook; readonly units: readonly UnitResult[] }) {
  const { t } = useTranslation();
  const text = useText();
  const titles = new Map(indicatorsOf(book).map(({ indicator }) => [indicator.id, text(indicator.title)]));
  return (
    <details className="lacking">
      <summary>{t('publication.list')}</summary>
      <ul>
        {units.map((unit) => (
          <li key={unit.unit.code}>
            <strong>{unit.unit.name}</strong>{' '}
            {t('publication.openCount', { count: open(unit).length, of: unit.indicators.length })}{' '}
            <span className="muted">
              {open(unit)
                .map(({ id }) => `${id} ${titles.get(id) ?? ''}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">{t('publication.book', { id: book.id, version: book.version })}</p>
    </details>
  );
}

type ButtonProps = Props & {
  readonly units: readonly UnitResult[];
  readonly ready: boolean;
  readonly disabled: boolean;
};

function PublishButton({ cycle, book, units, ready, disabled }: ButtonProps) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const publish = useMutation({
    mutationFn: () =>
      callApi(`/cycles/${cycle.id}/publication`, {
        method: 'POST',
        version: cycle.version,
        body: reason.trim() === '' ? {} : { overrideReason: reason.trim() },
        answer: PublicationResponse,
      }),
    onSuccess: () => {
      setAsking(false);
      return queries.invalidateQueries();
    },
  });
  const refused =
    publish.error instanceof ApiError && publish.error.code === 'PUBLICATION_NOT_READY'
      ? publish.error
      : null;
  const reasonNeeded = !ready || refused !== null;
  const place = (path: string) => {
    const [unit, fact] = path.split('/');
    const title = book.facts.find(({ id }) => id === fact)?.title;
    return `${units.find((each) => each.unit.code === unit)?.unit.name ?? unit} · ${title ? text(title) : fact}`;
  };
  return (
    <>
      <Button type="primary" disabled={disabled} onClick={() => setAsking(true)}>
        {t('publication.publish')}
      </Button>
      <Modal
        open={asking}
        title={t('publication.confirm', { title: cycle.title })}
        okText={t('publication.publish')}
        cancelText={t('common.cancel')}
        confirmLoading={publish.isPending}
        okButtonProps={{ disabled: reasonNeeded && reason.trim().length < 5 }}
        onOk={() => publish.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('publication.consequence')}</p>
        {reasonNeeded && (
          <>
            <label htmlFor="override-reason">{t('publication.reason')}</label>
            <Input.TextArea
              id="override-reason"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        {publish.isError && (
          <div role="alert" className="form-error">
            <p>{sayError(publish.error)}</p>
            {refused && (
              <ul>
                {refused.problems.slice(0, 20).map(({ path }) => (
                  <li key={path}>{place(path)}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Modal>
    </>
  );
}
