import { useParams } from '@tanstack/react-router';
import { StagePanel } from '../features/cycles/index.js';
import { PublicationPanel } from '../features/results/index.js';
import { LazyPart } from '../ui/lazy-part.js';
import { Page } from '../ui/page.js';
import { WithCycle } from './with-cycle.js';

/** Stage and publication of one cycle: two features on one page. */
export function CycleOverview() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId/' });
  return (
    <WithCycle cycleId={cycleId}>
      {(cycle, book) => (
        <Page title={cycle.title}>
          <LazyPart antd>
            <StagePanel cycle={cycle} />
            <PublicationPanel cycle={cycle} book={book} />
          </LazyPart>
        </Page>
      )}
    </WithCycle>
  );
}
