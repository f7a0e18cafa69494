/** Days from one calendar day to another, `2026-07-31` to `2026-08-02` is 2; below zero when it lies before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Days since the first of March of the year 0 in the Gregorian calendar; years begin in March, so that leap days come last. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const since = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return 365 * since + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
}
