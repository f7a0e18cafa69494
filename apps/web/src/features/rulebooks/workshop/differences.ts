import type { Text } from '@heng/rules';

export type Difference = {
  /** JSON pointer in the left document, with ids in the place of positions. */
  readonly path: string;
  /** The title of the innermost thing with one that the place lies in. */
  readonly name: Text | null;
  /** What stands there, shortened; a dash where nothing does. */
  readonly left: string;
  readonly right: string;
};

/** Where two documents differ, as deep as both have the place. Entries of lists are matched by their ids. */
export const differences = (left: unknown, right: unknown): Difference[] => walk(left, right, '', null);

function walk(left: unknown, right: unknown, path: string, name: Text | null): Difference[] {
  if (left === right) return [];
  // The name of the whole says nothing about the place.
  const here = path === '' ? null : (titleOf(left) ?? titleOf(right) ?? name);
  const lists = Array.isArray(left) && Array.isArray(right) ? keyed(left, right) : null;
  if (lists !== null)
    return [
      ...lists.keys.flatMap((key) => walk(lists.left.get(key), lists.right.get(key), `${path}/${key}`, here)),
      ...(lists.moved
        ? [{ path, name: here, left: lists.order(left as unknown[]), right: lists.order(right as unknown[]) }]
        : []),
    ];
  if (isRecord(left) && isRecord(right))
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
      walk(left[key], right[key], `${path}/${key}`, here),
    );
  return JSON.stringify(left) === JSON.stringify(right)
    ? []
    : [{ path, name: here, left: shown(left), right: shown(right) }];
}

function keyed(left: readonly unknown[], right: readonly unknown[]) {
  const named = (list: readonly unknown[]) =>
    list.every((each) => isRecord(each) && typeof each['id'] === 'string');
  const byId = left.length + right.length > 0 && named(left) && named(right);
  const keyOf = (each: unknown, index: number) => (byId ? (each as { id: string }).id : `${index}`);
  const map = (list: readonly unknown[]) => new Map(list.map((each, index) => [keyOf(each, index), each]));
  const keys = [...new Set([...left.map(keyOf), ...right.map(keyOf)])];
  const common = (list: readonly unknown[], other: ReadonlyMap<string, unknown>) =>
    list.map(keyOf).filter((key) => other.has(key));
  return {
    keys,
    left: map(left),
    right: map(right),
    moved: byId && common(left, map(right)).join() !== common(right, map(left)).join(),
    order: (list: readonly unknown[]) => list.map(keyOf).join(' '),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function titleOf(value: unknown): Text | null {
  const title = isRecord(value) ? value['title'] : null;
  return isRecord(title) && typeof title['zh'] === 'string' && typeof title['en'] === 'string'
    ? { zh: title['zh'], en: title['en'] }
    : null;
}

function shown(value: unknown): string {
  if (value === undefined) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
