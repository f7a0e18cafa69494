import type { CycleResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { cyclesOfYearsQuery, lastYearQuery, likelyCycle } from '../dry-run/last-year-facts.js';
import { LiveTrial } from '../what-if/index.js';

type Props = {
  readonly book: RuleBook;
  readonly amends: string | null;
  readonly indicator: string | undefined;
};

/** Three real units, scored by the draft on the facts of the cycle that is most likely meant; nothing where there is none. */
export function RealUnits({ book, amends, indicator }: Props) {
  const cycles = useQuery(cyclesOfYearsQuery);
  const cycle = cycles.data && likelyCycle(cycles.data.items, book, amends);
  return cycle ? <OfCycle book={book} cycle={cycle} indicator={indicator} /> : null;
}

function OfCycle({
  book,
  cycle,
  indicator,
}: Pick<Props, 'book' | 'indicator'> & { readonly cycle: CycleResponse }) {
  const year = useQuery(lastYearQuery(cycle));
  if (year.data === undefined) return null;
  const { units } = year.data;
  return <LiveTrial book={book} units={units.slice(0, 3)} among={units} indicator={indicator} />;
}
