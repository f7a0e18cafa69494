import { RuleBookPlace } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { nodeAt, pathOf, type NodeRef } from './edit-tree.js';

/** What the middle of the workshop shows. In the address as `head`, `indicator/H01`, `fact/built`. */
export type Place =
  | {
      readonly kind: 'head' | 'facts' | 'vetoes' | 'cohorts' | 'ranking' | 'grades' | 'text' | 'json';
    }
  | NodeRef
  | { readonly kind: 'fact' | 'veto' | 'grade'; readonly id: string };

export const placeText = (place: Place): string => ('id' in place ? `${place.kind}/${place.id}` : place.kind);

/** The place that an address names; the head when it names none. */
export function readPlace(text: string | undefined): Place {
  const [kind = '', ...rest] = (text ?? '').split('/');
  const id = rest.join('/');
  switch (kind) {
    case 'facts':
    case 'vetoes':
    case 'cohorts':
    case 'ranking':
    case 'grades':
    case 'text':
    case 'json':
      return { kind };
    case 'section':
    case 'indicator':
      return id === '' ? { kind: 'head' } : { kind, id };
    case 'fact':
    case 'veto':
    case 'grade':
      return id === '' ? { kind: 'head' } : { kind, id };
    default:
      return { kind: 'head' };
  }
}

/** The place whose form holds what a problem or finding points at. */
export function placeAt(book: RuleBook, path: string): Place {
  const node = nodeAt(book, path);
  if (node !== null) return node;
  const [, part = '', index = ''] = path.split('/');
  const entry = /^\d{1,6}$/.test(index) ? Number.parseInt(index, 10) : -1;
  switch (part) {
    case 'facts': {
      const fact = book.facts[entry];
      return fact ? { kind: 'fact', id: fact.id } : { kind: 'facts' };
    }
    case 'vetoes': {
      const veto = book.vetoes[entry];
      return veto ? { kind: 'veto', id: veto.id } : { kind: 'vetoes' };
    }
    case 'grades':
    case 'gradesOn':
      return { kind: 'grades' };
    case 'cohorts':
      return { kind: 'cohorts' };
    case 'ranking':
      return { kind: 'ranking' };
    default:
      return { kind: 'head' };
  }
}

/** The JSON pointer of what a place shows; null where it is no one thing. */
export function placePath(book: RuleBook, place: Place): string | null {
  const indexed = (list: readonly { readonly id: string }[], name: string, id: string) => {
    const index = list.findIndex((each) => each.id === id);
    return index < 0 ? null : `/${name}/${index}`;
  };
  switch (place.kind) {
    case 'section':
    case 'indicator':
      return pathOf(book, place);
    case 'fact':
      return indexed(book.facts, 'facts', place.id);
    case 'veto':
      return indexed(book.vetoes, 'vetoes', place.id);
    case 'grade':
      return indexed(book.grades, 'grades', place.id);
    case 'facts':
    case 'vetoes':
    case 'cohorts':
    case 'ranking':
    case 'grades':
      return `/${place.kind}`;
    default:
      return null;
  }
}

/** What a comment written at this place is about, as the API names it. */
export function commentPlace(place: Place): string {
  const named = RuleBookPlace.safeParse(placeText(place));
  // An id that is being mended may not be one yet.
  return named.success ? named.data : 'book';
}
