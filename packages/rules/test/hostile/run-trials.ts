import { tryBook, type Clock, type Trial } from './try-book.js';

export type Trials = {
  readonly books: number;
  readonly accepted: number;
  readonly codes: ReadonlyMap<string, number>;
  readonly faults: readonly Trial[];
  readonly medianReading: number;
  /** Of a thousand books one takes longer. */
  readonly p999Reading: number;
  readonly slowestReading: Trial | null;
  readonly slowestAssessing: Trial | null;
};

/** So many hostile books from a first seed on. */
export function runTrials(
  books: number,
  firstSeed: number,
  clock: Clock,
  progress: (so: number, faults: number) => void = () => {},
): Trials {
  const codes = new Map<string, number>();
  const readings: number[] = [];
  const faults: Trial[] = [];
  let accepted = 0;
  let slowestReading: Trial | null = null;
  let slowestAssessing: Trial | null = null;
  for (let count = 0; count < books; count += 1) {
    const trial = tryBook(firstSeed + count, clock);
    readings.push(trial.reading);
    if (trial.accepted) accepted += 1;
    for (const code of trial.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (trial.fault !== null) faults.push(trial);
    if (trial.reading > (slowestReading?.reading ?? -1)) slowestReading = trial;
    if (trial.accepted && trial.assessing > (slowestAssessing?.assessing ?? -1)) slowestAssessing = trial;
    if ((count + 1) % 10_000 === 0) progress(count + 1, faults.length);
  }
  readings.sort((a, b) => a - b);
  const at = (share: number) =>
    readings[Math.min(readings.length - 1, Math.floor(readings.length * share))] ?? 0;
  return {
    books,
    accepted,
    codes,
    faults,
    medianReading: at(0.5),
    p999Reading: at(0.999),
    slowestReading,
    slowestAssessing,
  };
}
