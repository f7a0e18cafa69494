import type { Assessment } from '../engine/outcome.js';

/** Where two assessments part: the unit, what of it, and the two texts. */
export type Difference = {
  /** Code of the unit; null for the run as a whole. */
  readonly unit: string | null;
  /** `indicator`, `section` or the name of a figure of the unit or run, such as `total`, `rank`, `grade`. */
  readonly what: string;
  /** Of an indicator or section, its id; else null. */
  readonly id: string | null;
  /** A JSON pointer into the results. */
  readonly path: string;
  readonly sealed: string | null;
  readonly recomputed: string | null;
};

/** How a unit is read: what is worked out first comes first, so that the first difference is the cause and not a consequence. */
const unitOrder = [
  'code',
  'name',
  'indicators',
  'sections',
  'vetoes',
  'soFar',
  'asItStands',
  'selfGap',
  'total',
  'cohort',
];

/** The first place at which sealed results differ from recomputed ones; null when they are the same to the last digit. */
export function firstDifference(sealed: Assessment, recomputed: Assessment): Difference | null {
  const units = parting(sealed.units, recomputed.units, '/units', null);
  return units ?? parting(without(sealed), without(recomputed), '', null);
}

const without = ({ units: _, ...run }: Assessment) => run;

type Unit = { readonly code: string; readonly what: string; readonly id: string | null };

function parting(sealed: unknown, recomputed: unknown, path: string, unit: Unit | null): Difference | null {
  if (Array.isArray(sealed) && Array.isArray(recomputed)) {
    const length = Math.max(sealed.length, recomputed.length);
    for (let index = 0; index < length; index += 1) {
      const [left, right] = [sealed[index] as unknown, recomputed[index] as unknown];
      const found = parting(left, right, `${path}/${index}`, placed(left ?? right, path, unit));
      if (found) return found;
    }
    return null;
  }
  if (isRecord(sealed) && isRecord(recomputed)) {
    for (const key of keysOf(sealed, recomputed)) {
      const at = unit !== null && unit.what === '' ? { ...unit, what: key } : unit;
      const found = parting(sealed[key], recomputed[key], `${path}/${key}`, at);
      if (found) return found;
    }
    return null;
  }
  if (sealed === recomputed) return null;
  const what = unit?.what ?? path.slice(1);
  return {
    unit: unit?.code ?? null,
    what: what === '' ? 'unit' : what,
    id: unit?.id ?? null,
    path,
    sealed: shown(sealed),
    recomputed: shown(recomputed),
  };
}

/** Who and what an entry of a list is about. */
function placed(entry: unknown, path: string, unit: Unit | null): Unit | null {
  if (!isRecord(entry)) return unit;
  if (path === '/units') return { code: text(entry.code), what: '', id: null };
  if (unit === null || typeof entry.id !== 'string') return unit;
  if (path.endsWith('/indicators')) return { ...unit, what: 'indicator', id: entry.id };
  return path.endsWith('/sections') ? { ...unit, what: 'section', id: entry.id } : unit;
}

function keysOf(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): string[] {
  const place = (key: string) => {
    const index = unitOrder.indexOf(key);
    return index < 0 ? unitOrder.length : index;
  };
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort(
    (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const shown = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value).slice(0, 200);
