import type { CycleResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cycleQuery } from '../features/cycles/index.js';
import { ruleBookQuery } from '../features/rulebooks/index.js';
import { QueryFaces } from '../ui/query-faces.js';

type Props = {
  readonly cycleId: string;
  readonly children: (cycle: CycleResponse, book: RuleBook) => ReactNode;
};

/** Brings a cycle and its rule book together for the screens of features that must not know each other. */
export function WithCycle({ cycleId, children }: Props) {
  const { t } = useTranslation();
  const cycle = useQuery(cycleQuery(cycleId));
  return (
    <QueryFaces query={cycle} loading={t('common.loading')}>
      {(loaded) => <WithBook cycle={loaded}>{children}</WithBook>}
    </QueryFaces>
  );
}

function WithBook({
  cycle,
  children,
}: {
  readonly cycle: CycleResponse;
  readonly children: Props['children'];
}) {
  const { t } = useTranslation();
  const book = useQuery(ruleBookQuery(cycle.ruleBookId));
  return (
    <QueryFaces query={book} loading={t('common.loading')}>
      {(loaded) => children(cycle, loaded.book)}
    </QueryFaces>
  );
}
