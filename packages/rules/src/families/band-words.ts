import type { Band } from '../format/band.js';

type Say = (zh: string, en: string) => string;

/** A band in words: ≥ 60 且 < 80. */
export function bandWords(band: Band, say: Say, value: (exact: string) => string): string {
  const from = band.from === undefined ? null : value(band.from);
  const to = band.to === undefined ? null : value(band.to);
  const low = band.fromIncluded === false ? say('高于 ', 'above ') : '≥ ';
  const high = band.toIncluded === true ? '≤ ' : '< ';
  if (from !== null && band.from === band.to) return `= ${from}`;
  if (from !== null && to !== null)
    return say(`${low}${from} 且 ${high}${to}`, `${low}${from} and ${high}${to}`);
  if (from !== null) return `${low}${from}`;
  return to === null ? say('其他', 'any') : `${high}${to}`;
}
