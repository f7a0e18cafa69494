import { canonicalJson } from '../exact/canonical-json.js';
import type { NewIds } from './new-ids.js';

/** One step from a part of the book to a value in it: a key, or an entry of a list. */
export type PathStep =
  | { readonly kind: 'key'; readonly name: string }
  | {
      readonly kind: 'entry';
      /** Where the entry stands in the two lists; null where it is not. */
      readonly before: number | null;
      readonly after: number | null;
      /** The entry itself, in the later list where it is in both. */
      readonly entry: unknown;
    };

/** A value that differs. Undefined: it is not there. */
export type ValueChange = {
  readonly steps: readonly PathStep[];
  readonly before: unknown;
  readonly after: unknown;
  /** Both lists hold the same entries in another order; what differs inside of them is told apart. */
  readonly reordered: boolean;
};

/**
 * Every place where two values differ, as deep as they can be set beside each other: objects key by key, lists by what names their
 * entries (id, option, level …) or, where nothing does and they are equally long, by position. What cannot be set beside each other,
 * another method, another kind of measure, a list with more entries, is one change of the whole. Whatever differs is in one of them.
 * @param key what the values are called in the part that holds them
 */
export function valueChanges(before: unknown, after: unknown, ids: NewIds, key: string): ValueChange[] {
  return new Walk(ids).between(before, after, [{ kind: 'key', name: key }], key);
}

type Json = Readonly<Record<string, unknown>>;

class Walk {
  constructor(private readonly ids: NewIds) {}

  between(before: unknown, after: unknown, steps: readonly PathStep[], key: string): ValueChange[] {
    if (this.same(before, after, key)) return [];
    const whole = [{ steps, before, after, reordered: false }];
    // Notes on where parameters come from follow every other change: one is enough.
    if (key === 'provenance') return whole;
    if (Array.isArray(before) && Array.isArray(after)) return this.lists(before, after, steps, key) ?? whole;
    const [old, now] = [openOrAbsent(before), openOrAbsent(after)];
    if (old === null || now === null || areOfDifferentKinds(old, now)) return whole;
    const names = [...new Set([...Object.keys(now), ...Object.keys(old)])];
    return names.flatMap((name) =>
      this.between(old[name], now[name], [...steps, { kind: 'key', name }], name),
    );
  }

  private same(before: unknown, after: unknown, key: string): boolean {
    if (before === undefined || after === undefined) return before === after;
    return canonicalJson(this.ids.in(before, key)) === canonicalJson(after);
  }

  private lists(
    before: readonly unknown[],
    after: readonly unknown[],
    steps: readonly PathStep[],
    key: string,
  ): ValueChange[] | null {
    const naming = namingOf([...before, ...after]);
    const translated = before.map((item) => this.ids.in(item, key));
    const [old, now] = [namesOf(translated, naming), namesOf(after, naming)];
    if (naming !== null && old !== null && now !== null)
      return this.named(before, after, { old, now }, steps, key);
    if (before.length !== after.length || [...before, ...after].some((item) => !isObject(item))) return null;
    return before.flatMap((item, index) => {
      const step: PathStep = { kind: 'entry', before: index, after: index, entry: after[index] };
      return this.between(item, after[index], [...steps, step], key);
    });
  }

  private named(
    before: readonly unknown[],
    after: readonly unknown[],
    { old, now }: { readonly old: readonly string[]; readonly now: readonly string[] },
    steps: readonly PathStep[],
    key: string,
  ): ValueChange[] {
    const all = [...new Set([...now, ...old])];
    const inside = all.flatMap((name) => {
      const [from, to] = [old.indexOf(name), now.indexOf(name)];
      const step: PathStep = {
        kind: 'entry',
        before: from < 0 ? null : from,
        after: to < 0 ? null : to,
        entry: to < 0 ? before[from] : after[to],
      };
      const below = [...steps, step];
      // An entry that only one list has is one change, however much it holds.
      if (from < 0 || to < 0)
        return [{ steps: below, before: before[from], after: after[to], reordered: false }];
      return this.between(before[from], after[to], below, key);
    });
    const stayed = (names: readonly string[], others: readonly string[]) =>
      names.filter((name) => others.includes(name));
    const isReordered = stayed(old, now).join('\n') !== stayed(now, old).join('\n');
    return isReordered ? [...inside, { steps, before, after, reordered: true }] : inside;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that is told part by part; an absent one has no parts. Texts, roundings, measures and the like are told as a whole when one is absent. */
function openOrAbsent(value: unknown): Json | null {
  if (value === undefined) return {};
  if (!isObject(value) || isText(value) || isRounding(value)) return null;
  return value;
}

export const isText = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  isObject(value) && Object.keys(value).length === 2 && 'zh' in value && 'en' in value;

export const isRounding = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  'mode' in value &&
  ('digits' in value || 'step' in value);

const discriminators = ['kind', 'method', 'by'] as const;

const areOfDifferentKinds = (before: Json, after: Json): boolean =>
  discriminators.some((key) => before[key] !== after[key]);

/** The keys that name an entry of a list; null where nothing does. Measures and conditions stand by their position. */
function namingOf(items: readonly unknown[]): readonly string[] | null {
  if (items.length === 0 || !items.every(isObject)) return null;
  const have = (key: string) => items.every((item) => key in item);
  if (have('id')) return ['id'];
  if (have('kind')) return null;
  if (have('level')) return ['level', 'genre'];
  const single = ['option', 'part', 'group', 'genre', 'fact', 'path'].find(have);
  return single === undefined ? null : [single];
}

/** The names of the entries; null where two have the same. */
function namesOf(items: readonly unknown[], naming: readonly string[] | null): string[] | null {
  if (naming === null) return null;
  const names = items.map((item) => naming.map((key) => String((item as Json)[key] ?? '')).join(' '));
  return new Set(names).size === names.length ? names : null;
}
