import { familyOf } from '../method-code.js';
import type { NaturalReading } from '../reading.js';
import type { LabelledClause } from './labelled-clause.js';

/** How a reading stands against the labels; `asked` is wrong, but says itself that it is unsure or what is open. */
export type Verdict = 'exact' | 'partial' | 'asked' | 'wrong';

export type Comparison = {
  readonly clause: LabelledClause;
  readonly reading: NaturalReading;
  readonly verdict: Verdict;
  /** Not exact, and it would run without a question: the worst that can happen. */
  readonly isSilent: boolean;
  readonly missingFamilies: readonly string[];
  readonly addedFamilies: readonly string[];
  readonly missingNumbers: readonly string[];
  readonly addedNumbers: readonly string[];
  readonly missingAmbiguities: readonly string[];
  readonly addedAmbiguities: readonly string[];
};

/** Compares by the rules of `cases/README.md`: sets of families, of numbers by name, and of labelled ambiguities. */
export function compareReading(clause: LabelledClause, reading: NaturalReading): Comparison {
  const families = difference(clause.methods.map(familyOf), reading.methods.map(familyOf));
  const numbers = difference(numbersOf(clause.parameters), numbersOf(reading.parameters));
  const codes = difference(
    clause.ambiguities,
    reading.ambiguities.map(({ code }) => code),
  );
  const addedNumbers = numbers.added.filter((number) => !mayBeAdded(number, clause));
  const missingNumbers = numbers.missing.filter((number) => !mayBeLeftOut(number));
  const isExact =
    families.missing.length + families.added.length === 0 &&
    missingNumbers.length + addedNumbers.length + codes.missing.length === 0;
  const hasFamily =
    clause.methods.length === 0
      ? reading.methods.length === 0
      : families.missing.length < new Set(clause.methods.map(familyOf)).size;
  const isUnsure = reading.confidence === 'unsure';
  const isAsking =
    isUnsure || reading.executable === 'needs-decision' || reading.executable === 'discretionary';
  return {
    clause,
    reading,
    verdict: isExact ? 'exact' : hasFamily ? 'partial' : isAsking ? 'asked' : 'wrong',
    isSilent: !isExact && !isAsking,
    missingFamilies: families.missing,
    addedFamilies: families.added,
    missingNumbers,
    addedNumbers,
    missingAmbiguities: codes.missing,
    addedAmbiguities: codes.added,
  };
}

function difference(wanted: readonly string[], found: readonly string[]) {
  const [one, other] = [new Set(wanted), new Set(found)];
  return {
    missing: [...one].filter((item) => !other.has(item)),
    added: [...other].filter((item) => !one.has(item)),
  };
}

/** One name for one thing. */
const names: Readonly<Record<string, string>> = { pass: 'points', basePoints: 'points', points: 'points' };

/** Names that are compared with their number; numbers of lists and of rare names only by value. */
const named = new Set(
  'points fail floor cap maxDeduct perOccurrence perUnit perGap perGapUp perGapDown gap per threshold step topFull factor'.split(
    ' ',
  ),
);

const mayBeEither = new Set(['gap 1', 'per 1', 'fail 0']);
const mayBeLeftOut = (number: string): boolean => mayBeEither.has(number);

const mayBeAdded = (number: string, { context }: LabelledClause): boolean =>
  mayBeEither.has(number) || number === 'floor 0' || number === `points ${String(context.points)}`;

/** `name value` for numbers with a name of their own, `value` for the others; absolute values. */
function numbersOf(parameters: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  const visit = (name: string, value: unknown) => {
    if (Array.isArray(value)) for (const one of value) visit('', one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(key, inner);
    } else {
      const number = numberText(value);
      const own = names[name] ?? name;
      if (number !== null) found.push(named.has(own) ? `${own} ${number}` : number);
    }
  };
  visit('', parameters);
  return found;
}

function numberText(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  return /^-?\d+(\.\d+)?$/.test(text) ? text.replace('-', '') : null;
}
