import { halfWidth } from '../../half-width.js';
import type { FoundRow } from './find-tables.js';

const idOf = ({ cells }: FoundRow): string => halfWidth(cells['id'] ?? '').trim();

/** The ids of rows; blank ones are numbered with the first numbers that are free. */
export function idsOf(rows: readonly FoundRow[], prefix: (row: FoundRow) => string): string[] {
  const taken = new Set(rows.map(idOf));
  return rows.map((row) => {
    const given = idOf(row);
    if (given !== '') return given;
    let number = 1;
    while (taken.has(`${prefix(row)}${number}`)) number += 1;
    const id = `${prefix(row)}${number}`;
    taken.add(id);
    return id;
  });
}
