import type { Provenance } from '../../format/indicator.js';
import { text } from './text.js';

/**
 * Parameters that are our own proposal (◇), to be adapted locally.
 *
 * @param paths inside the indicator, `/score/minimumShare`; a path covers everything below it
 */
export const own = (...paths: string[]): Provenance[] => paths.map((path) => ({ path, origin: 'default' }));

/** A default (◇) that decides something the sources leave open, with the reason. */
export const decided = (path: string, zh: string, en: string): Provenance => ({
  path,
  origin: 'default',
  note: text(zh, en),
});

/** A parameter that a survey report gives or asks for. */
export const fromReport = (path: string, zh: string, en: string): Provenance => ({
  path,
  origin: 'report',
  note: text(zh, en),
});

/** A parameter taken from a public document. */
export const fromDocument = (path: string, zh: string, en: string): Provenance => ({
  path,
  origin: 'document',
  note: text(zh, en),
});
