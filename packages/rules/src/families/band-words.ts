import type { Band } from '../format/band.js';

type Say = (zh: string, en: string) => string;

/** A band in words that say to whom each end belongs: 达到 60、低于 80. */
export function bandWords(band: Band, say: Say, value: (exact: string) => string): string {
  const from = band.from === undefined ? null : value(band.from);
  const to = band.to === undefined ? null : value(band.to);
  const low = band.fromIncluded === false ? say('高于 ', 'above ') : say('达到 ', 'at least ');
  const high = band.toIncluded === true ? say('不超过 ', 'at most ') : say('低于 ', 'below ');
  if (from !== null && band.from === band.to && band.fromIncluded !== false && band.toIncluded === true)
    return say(`等于 ${from}`, `equal to ${from}`);
  if (from !== null && to !== null)
    return say(`${low}${from}、${high}${to}`, `${low}${from} and ${high}${to}`);
  if (from !== null) return `${low}${from}`;
  return to === null ? say('任何数值', 'any') : `${high}${to}`;
}
