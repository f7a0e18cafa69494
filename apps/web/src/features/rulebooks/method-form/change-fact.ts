import type { Fact } from '@heng/rules';
import { choicesFor, rowsForFact } from './initial-value.js';

type Part = Readonly<Record<string, unknown>>;

/** A part that now reads another fact: what it says of the options becomes what can be said of the new one's. */
export function withFact(part: Part, path: string, fact: Fact | null, id: string): Part {
  const next: Record<string, unknown> = { ...part, fact: id };
  if (fact === null) return next;
  for (const key of ['worth', 'weights']) {
    const rows = rowsForFact(`${path}/${key}`, fact, listAt(part, key));
    if (rows !== null) next[key] = rows;
  }
  if ('options' in part) {
    const known = choicesFor(`${path}/options`, fact).map((each) => each.id);
    const kept = listAt(part, 'options').filter((each) => known.includes(String(each)));
    next['options'] = kept.length > 0 ? kept : known.slice(0, 1);
  }
  // Levels and genres of the other fact mean nothing here; without them all entries count.
  if (path === 'measure/count') {
    delete next['levels'];
    delete next['genres'];
  }
  if (path === 'records-worth') delete next['genres'];
  const title = part['title'] as { readonly zh?: unknown } | undefined;
  if (title?.zh === '') next['title'] = fact.title;
  return next;
}

const listAt = (part: Part, key: string): readonly unknown[] => {
  const list = part[key];
  return Array.isArray(list) ? list : [];
};
