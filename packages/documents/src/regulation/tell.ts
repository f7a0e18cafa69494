import { shorten } from '../document-problem.js';
import type { RegulationPlace } from './regulation-place.js';
import type { LeftOut, RegulationFinding } from './regulation.js';

type Pair = readonly [zh: string, en: string];

type Told = {
  readonly code: string;
  readonly kind?: RegulationFinding['kind'];
  readonly place: RegulationPlace;
  readonly numbers?: Readonly<Record<string, string>>;
};

export const finding = (
  { code, kind = 'notice', place, numbers = {} }: Told,
  message: Pair,
  fix: Pair,
): RegulationFinding => ({
  code,
  kind,
  place,
  numbers,
  message: { zh: message[0], en: message[1] },
  fix: { zh: fix[0], en: fix[1] },
});

export const leftOut = (code: string, place: RegulationPlace, text: string, reason: Pair): LeftOut => ({
  code,
  place,
  text: shorten(text),
  reason: { zh: reason[0], en: reason[1] },
});
