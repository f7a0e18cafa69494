import type { Fact, Indicator, RuleBook, Section } from '@heng/rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import {
  addIndicator,
  addSection,
  changeSection,
  flatSections,
  freeId,
  indicatorOf,
  removeNode,
  sectionOf,
  type NodeRef,
} from '../edit-tree.js';
import type { Place } from '../place.js';
import { LibraryDialog } from './library-dialog.js';

type Props = {
  readonly book: RuleBook;
  readonly place: Place;
  readonly edit: (book: RuleBook, field: string | null) => void;
  readonly onGo: (place: Place) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onSay: (sentence: string) => void;
};

/** What can be done with the chosen line: add beside it, copy, move, remove. */
export function OutlineTools({ book, place, edit, onGo, onMove, onSay }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const node: NodeRef | null = place.kind === 'section' || place.kind === 'indicator' ? place : null;
  const home = homeOf(book, node);
  const [browsing, setBrowsing] = useState(false);
  const both = (words: string) => ({ zh: words, en: words });
  const show = (next: RuleBook, kind: NodeRef['kind'], id: string) => {
    edit(next, null);
    onGo({ kind, id });
  };
  const addOneIndicator = () => {
    if (home === null) return;
    const id = freeId(book, `${home.id}${(home.indicators?.length ?? 0) + 1}`);
    show(
      addIndicator(book, home.id, newIndicator(book, id, both(t('workshop.outline.newIndicator')))),
      'indicator',
      id,
    );
  };
  const take = (indicator: Indicator, facts: readonly Fact[]) => {
    const into = home ?? book.sections[0];
    if (into === undefined) return;
    const fresh = facts.filter(({ id }) => !book.facts.some((fact) => fact.id === id));
    edit(addIndicator({ ...book, facts: [...book.facts, ...fresh] }, into.id, indicator), null);
  };
  const addOneSection = (inside: boolean) => {
    const id = freeId(book, nextLetter(book));
    const section: Section = {
      id,
      title: both(t('workshop.outline.newSection')),
      role: 'base',
      points: '0',
      indicators: [],
    };
    if (inside && home !== null)
      return show(
        changeSection(book, home.id, (each) => ({ ...each, sections: [...(each.sections ?? []), section] })),
        'section',
        id,
      );
    show(addSection(book, section, topOf(book, home)), 'section', id);
  };
  const duplicate = () => {
    if (node === null) return;
    if (node.kind === 'indicator') {
      const indicator = indicatorOf(book, node.id);
      if (indicator === null || home === null) return;
      const id = freeId(book, indicator.id);
      return show(withCopyAfter(book, home.id, indicator, id), 'indicator', id);
    }
    const section = sectionOf(book, node.id);
    if (section === null) return;
    const { next, id } = withSectionCopy(book, section);
    show(next, 'section', id);
  };
  const remove = () => {
    if (node === null) return;
    const title =
      node.kind === 'section' ? sectionOf(book, node.id)?.title : indicatorOf(book, node.id)?.title;
    edit(removeNode(book, node), null);
    onGo(home === null || home.id === node.id ? { kind: 'head' } : { kind: 'section', id: home.id });
    onSay(t('workshop.outline.removed', { name: title ? text(title) : node.id }));
  };
  return (
    <div className="outline-tools" role="toolbar" aria-label={t('workshop.outline.tools')}>
      <Button small disabled={home === null} onClick={addOneIndicator}>
        {t('workshop.outline.addIndicator')}
      </Button>
      <Button small onClick={() => setBrowsing(true)}>
        {t('library.title')}
      </Button>
      <Button small onClick={() => addOneSection(false)}>
        {t('workshop.outline.addSection')}
      </Button>
      <Button small disabled={node?.kind !== 'section'} onClick={() => addOneSection(true)}>
        {t('workshop.outline.addInner')}
      </Button>
      <Button small disabled={node === null} onClick={duplicate}>
        {t('workshop.outline.duplicate')}
      </Button>
      <Button small disabled={node === null} aria-label={t('workshop.outline.up')} onClick={() => onMove(-1)}>
        <span aria-hidden>↑</span>
      </Button>
      <Button
        small
        disabled={node === null}
        aria-label={t('workshop.outline.down')}
        onClick={() => onMove(1)}
      >
        <span aria-hidden>↓</span>
      </Button>
      <Button small look="problem" disabled={node === null} onClick={remove}>
        {t('workshop.outline.remove')}
      </Button>
      {browsing && <LibraryDialog book={book} onTake={take} onClose={() => setBrowsing(false)} />}
    </div>
  );
}

/** The section of the chosen line, or the line itself where it is one. */
function homeOf(book: RuleBook, node: NodeRef | null): Section | null {
  if (node === null) return null;
  if (node.kind === 'section') return sectionOf(book, node.id);
  return (
    flatSections(book.sections).find(({ indicators }) => indicators?.some(({ id }) => id === node.id)) ?? null
  );
}

/** The id of the top section that a section lies in. */
const topOf = (book: RuleBook, home: Section | null): string | null =>
  home === null
    ? null
    : (book.sections.find((top) => flatSections([top]).some(({ id }) => id === home.id))?.id ?? null);

function nextLetter(book: RuleBook): string {
  const taken = new Set(flatSections(book.sections).map(({ id }) => id));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? 'section';
}

/** An indicator that can run, to be changed: a yes/no or number fact of the book, full points when it is there. */
function newIndicator(book: RuleBook, id: string, title: Indicator['title']): Indicator {
  const number = book.facts.find(({ kind }) => kind === 'number');
  const neighbour = book.sections[0]?.indicators?.[0];
  return {
    id,
    title,
    points: '0',
    scoredBy: neighbour?.scoredBy ?? book.issuer,
    measure: { kind: 'fact', fact: number?.id ?? book.facts[0]?.id ?? '' },
    score: { method: 'proportion', target: '1', capShare: '1' },
    missing: 'wait',
  };
}

function withCopyAfter(book: RuleBook, section: string, indicator: Indicator, id: string): RuleBook {
  return changeSection(book, section, (each) => ({
    ...each,
    indicators: (each.indicators ?? []).flatMap((own) =>
      own.id === indicator.id ? [own, { ...own, id }] : [own],
    ),
  }));
}

/** A section beside itself, with new ids for it and all in it. */
function withSectionCopy(book: RuleBook, section: Section): { next: RuleBook; id: string } {
  let known = book;
  const fresh = (wished: string): string => {
    const id = freeId(known, wished);
    // Taken from now on.
    known = { ...known, sections: [...known.sections, { ...section, id, sections: [], indicators: [] }] };
    return id;
  };
  const copy = (each: Section): Section => {
    const renamed = new Map<string, string>();
    const id = fresh(each.id);
    const named = <T extends { readonly id: string }>(part: T, own: string): T => {
      renamed.set(part.id, own);
      return { ...part, id: own };
    };
    const indicators = each.indicators?.map((own) => named(own, fresh(own.id)));
    const sections = each.sections?.map((inner) => {
      const copied = copy(inner);
      renamed.set(inner.id, copied.id);
      return copied;
    });
    const { combine } = each;
    const weights = combine && 'weights' in combine ? combine.weights : undefined;
    return {
      ...each,
      id,
      ...(indicators && { indicators }),
      ...(sections && { sections }),
      // The weights name parts, which have new names now.
      ...(combine &&
        weights && {
          combine: {
            ...combine,
            weights: weights.map(({ part, weight }) => ({ part: renamed.get(part) ?? part, weight })),
          } as Section['combine'],
        }),
    };
  };
  const made = copy(section);
  const next = addSection(book, made, section.id);
  return { next, id: made.id };
}
