import type { Text } from '@heng/rules';
import { isPlainObject } from '../plain-object.js';
import type { CellCodec } from '../cells/cell-codec.js';
import type { Word } from '../cells/words.js';

export type Row = Record<string, unknown>;

/** Lists of the workbook that a drop-down may offer. */
export type Offered = 'facts' | 'indicators' | 'sections' | 'grades';

/** One column of a sheet: what it is called, which part of its row's object it holds, and how that stands in a cell. */
export type Column = {
  readonly key: string;
  readonly heading: Word;
  /** Where in the object; null where such a row has no such part. `about` is the object that a row of parts belongs to. */
  readonly path: (row: Row, about: Row) => readonly string[] | null;
  readonly codec: CellCodec | ((row: Row, about: Row) => CellCodec);
  readonly note: Text;
  readonly width?: number;
  readonly offered?: Offered;
  /** For people only: written, never read. */
  readonly readOnly?: true;
};

type Extra = Partial<Pick<Column, 'width' | 'offered' | 'codec'>>;

export const column = (
  path: string,
  heading: Word,
  codec: Column['codec'],
  note: readonly [zh: string, en: string],
  extra: Extra = {},
): Column => {
  const steps = path.split('.');
  return { key: path, heading, path: () => steps, codec, note: { zh: note[0], en: note[1] }, ...extra };
};

/** A column for some rows only. */
export const columnFor = (
  applies: (row: Row, about: Row) => string | null,
  key: string,
  heading: Word,
  codec: Column['codec'],
  note: readonly [zh: string, en: string],
  extra: Extra = {},
): Column => ({
  key,
  heading,
  path: (row, about) => applies(row, about)?.split('.') ?? null,
  codec,
  note: { zh: note[0], en: note[1] },
  ...extra,
});

export const codecOf = ({ codec }: Column, row: Row, about: Row): CellCodec =>
  typeof codec === 'function' ? codec(row, about) : codec;

export function getAt(from: unknown, path: readonly string[]): unknown {
  let here = from;
  for (const step of path) here = isPlainObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  return here;
}

/** Puts a value into an object, with the objects on the way to it. Paths are the layout's own, never a file's. */
export function setAt(object: Row, path: readonly string[], value: unknown): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    object[step] = value;
    return;
  }
  const inner = object[step];
  if (isPlainObject(inner)) setAt(inner, rest, value);
  else {
    const made: Row = {};
    object[step] = made;
    setAt(made, rest, value);
  }
}
