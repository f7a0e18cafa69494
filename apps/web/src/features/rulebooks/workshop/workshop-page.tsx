import type { RuleBookDraftResponse } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryFaces } from '../../../ui/query-faces.js';
import { draftQuery, draftServer } from './draft-requests.js';
import { DraftStore } from './draft-store.js';
import { Workshop } from './workshop.js';

/** What keeps a person from leaving with work that is not saved. */
export type LeaveGuard = {
  readonly isUnsaved: () => boolean;
  /** Saves now, as well as it can. */
  readonly flush: () => Promise<void>;
};

type Props = {
  readonly id: string;
  readonly at: string | undefined;
  readonly onAt: (at: string) => void;
  readonly onPublished: () => void;
  readonly links: (draft: RuleBookDraftResponse) => ReactNode;
  /** The app's part that watches navigation. */
  readonly leaveGuard: (guard: LeaveGuard) => ReactNode;
};

/** The workshop of one draft: loads it, keeps it, saves it. */
export function WorkshopPage(props: Props) {
  const { t } = useTranslation();
  const draft = useQuery(draftQuery(props.id));
  return (
    <QueryFaces query={draft} loading={t('common.loading')}>
      {(answer) => <Loaded key={answer.id} answer={answer} {...props} />}
    </QueryFaces>
  );
}

function Loaded({ answer, leaveGuard, ...props }: Props & { readonly answer: RuleBookDraftResponse }) {
  const [store] = useState(() => new DraftStore(answer, draftServer(answer.id)));
  useEffect(
    () => () => {
      void store.flush().then(() => store.close());
    },
    [store],
  );
  return (
    <>
      {leaveGuard({ isUnsaved: () => store.isUnsaved(), flush: () => store.flush() })}
      <Workshop store={store} {...props} />
    </>
  );
}
