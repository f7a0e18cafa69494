const msADay = 86_400_000;

/** A calendar day some days later. */
export function dayPlus(day: string, days: number): string {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? day : new Date(start + days * msADay).toISOString().slice(0, 10);
}

/** How many days a day is after another. */
export const daysFrom = (start: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / msADay);
