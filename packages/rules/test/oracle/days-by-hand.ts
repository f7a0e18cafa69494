const known = new Map<string, number>();

/** Days from 0000-01-01 to a day, by counting years and months one at a time (RULES.md ME19). */
export function daysFromZero(day: string): number {
  let days = known.get(day);
  if (days === undefined) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    days = date - 1;
    for (let before = 0; before < year; before += 1) days += isLeap(before) ? 366 : 365;
    for (let before = 1; before < month; before += 1) days += daysIn(before, year);
    known.set(day, days);
  }
  return days;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (month: number, year: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
