import type { RuleBook } from '@heng/rules';
import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { nudge, type NodeRef } from '../edit-tree.js';
import { placeText, type Place } from '../place.js';
import { dropped, sidesFor, type DropSide } from './drop.js';
import { outlineRows, type OutlineRow } from './outline-rows.js';
import { OutlineTools } from './outline-tools.js';
import './outline-pane.css';

type Props = {
  readonly book: RuleBook;
  readonly place: Place;
  /** How many findings lie at each place, by its text. */
  readonly counts: ReadonlyMap<string, number>;
  readonly readOnly: boolean;
  readonly edit: (book: RuleBook, field: string | null) => void;
  readonly onGo: (place: Place) => void;
};

type Drag = { readonly node: NodeRef; readonly over: string | null; readonly side: DropSide };

/** 目录: the book as a tree. Arrows walk it, Alt with arrows moves the line, and lines can be dragged. */
export function OutlinePane({ book, place, counts, readOnly, edit, onGo }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const tree = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  useLayoutEffect(() => {
    // A line that moves in the page loses the focus; whoever moves it with the keys goes on from there.
    if (moved.current !== null) lineOf(tree.current, moved.current)?.focus();
    moved.current = null;
  });
  const rows = outlineRows(book, closed);
  const chosen = rows.findIndex(({ key }) => key === placeText(upTo(place)));
  const name = (row: OutlineRow) =>
    row.title === null ? t(`workshop.place.${row.place.kind}`) : text(row.title) || row.key;
  const go = (row: OutlineRow | undefined) => {
    if (row === undefined) return;
    onGo(row.place);
    // The line that is chosen is the one that can be reached by Tab, so the focus goes with it.
    lineOf(tree.current, row.key)?.focus();
  };
  const toggle = (row: OutlineRow, open: boolean) => {
    if (row.node?.kind !== 'section' || row.open === null) return;
    const next = new Set(closed);
    if (open) next.delete(row.node.id);
    else next.add(row.node.id);
    setClosed(next);
  };
  const move = (row: OutlineRow, by: -1 | 1) => {
    if (row.node === null || readOnly) return;
    const next = nudge(book, row.node, by);
    if (JSON.stringify(outlineIds(next)) === JSON.stringify(outlineIds(book))) {
      setSaid(t('workshop.outline.atEnd', { name: name(row) }));
      return;
    }
    if (tree.current?.contains(document.activeElement)) moved.current = row.key;
    edit(next, null);
    setSaid(t(by < 0 ? 'workshop.outline.movedUp' : 'workshop.outline.movedDown', { name: name(row) }));
  };
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow, index: number) => {
    const act = keyAction(event, row, { rows, index });
    if (act === null) return;
    event.preventDefault();
    if (act.kind === 'move') move(row, act.by);
    else if (act.kind === 'toggle') toggle(row, act.open);
    else go(rows[act.index]);
  };
  const over = (event: DragEvent<HTMLElement>, row: OutlineRow) => {
    if (drag === null || row.node === null) return;
    const side = sideOf(event, sidesFor(drag.node, row.node));
    if (side === null) return;
    event.preventDefault();
    if (drag.over !== row.key || drag.side !== side) setDrag({ ...drag, over: row.key, side });
  };
  const drop = (event: DragEvent, row: OutlineRow) => {
    event.preventDefault();
    if (drag !== null && row.node !== null && drag.over === row.key) {
      edit(dropped(book, drag.node, row.node, drag.side), null);
      setSaid(t('workshop.outline.dropped', { name: name(row) }));
    }
    setDrag(null);
  };
  return (
    <nav className="outline" aria-label={t('workshop.outline.title')}>
      {!readOnly && (
        <OutlineTools
          book={book}
          place={place}
          edit={edit}
          onGo={onGo}
          onMove={(by) => {
            const row = rows[chosen];
            if (row !== undefined) move(row, by);
          }}
          onSay={setSaid}
        />
      )}
      <div
        ref={tree}
        role="tree"
        aria-label={t('workshop.outline.title')}
        className="outline-tree"
        onDragEnd={() => setDrag(null)}
      >
        {rows.map((row, index) => {
          const count = counts.get(row.key) ?? 0;
          const mark = drag?.over === row.key && drag.node !== row.node ? `is-drop-${drag.side}` : '';
          return (
            <div
              key={row.key}
              role="treeitem"
              data-key={row.key}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.of}
              aria-selected={index === chosen}
              {...(row.open !== null && { 'aria-expanded': row.open })}
              tabIndex={index === Math.max(0, chosen) ? 0 : -1}
              draggable={row.node !== null && !readOnly}
              className={`outline-row is-level-${Math.min(row.level, 4)} ${mark}`}
              onClick={() => onGo(row.place)}
              onDoubleClick={() => row.open !== null && toggle(row, !row.open)}
              onKeyDown={(event) => onKeyDown(event, row, index)}
              onDragStart={(event) => {
                if (row.node === null) return;
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', row.key);
                setDrag({ node: row.node, over: null, side: 'into' });
              }}
              onDragOver={(event) => over(event, row)}
              onDrop={(event) => drop(event, row)}
            >
              <span
                aria-hidden
                className="outline-twist"
                onClick={(event) => {
                  if (row.open === null) return;
                  event.stopPropagation();
                  toggle(row, !row.open);
                }}
              >
                {row.open === null ? '' : row.open ? '▾' : '▸'}
              </span>
              <span className="outline-name">
                {row.node !== null && <small className="muted">{row.node.id}</small>} {name(row)}
              </span>
              {count > 0 && (
                <span className="outline-count">
                  {count}
                  <span className="unseen">{t('workshop.outline.findings')}</span>
                </span>
              )}
              {row.points !== null && (
                <span className="outline-points">
                  {t('rulebooks.points', { points: row.points })}
                  {row.sum !== null && (
                    <span className="outline-sum">{t('workshop.outline.sum', { points: row.sum })}</span>
                  )}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </nav>
  );
}

/** The line that stands for a place: a fact, a veto or a grade has none of its own. */
function upTo(place: Place): Place {
  switch (place.kind) {
    case 'fact':
      return { kind: 'facts' };
    case 'veto':
      return { kind: 'vetoes' };
    case 'grade':
      return { kind: 'grades' };
    default:
      return place;
  }
}

const lineOf = (tree: HTMLElement | null, key: string): HTMLElement | undefined =>
  [...(tree?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])].find(
    ({ dataset }) => dataset['key'] === key,
  );

const outlineIds = (book: RuleBook) => outlineRows(book, new Set()).map(({ key, level }) => [key, level]);

type KeyAction =
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'toggle'; readonly open: boolean }
  | { readonly kind: 'go'; readonly index: number };

function keyAction(
  event: KeyboardEvent,
  row: OutlineRow,
  { rows, index }: { readonly rows: readonly OutlineRow[]; readonly index: number },
): KeyAction | null {
  const parent = () => {
    for (let at = index - 1; at >= 0; at -= 1)
      if ((rows[at]?.level ?? 0) < row.level) return { kind: 'go' as const, index: at };
    return null;
  };
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return event.altKey ? { kind: 'move', by: -1 } : { kind: 'go', index: index - 1 };
    case 'ArrowDown':
      return event.altKey ? { kind: 'move', by: 1 } : { kind: 'go', index: index + 1 };
    case 'Home':
      return { kind: 'go', index: 0 };
    case 'End':
      return { kind: 'go', index: rows.length - 1 };
    case 'ArrowRight':
      if (event.altKey) return null;
      if (row.open === false) return { kind: 'toggle', open: true };
      return row.open === true ? { kind: 'go', index: index + 1 } : null;
    case 'ArrowLeft':
      if (event.altKey) return null;
      return row.open === true ? { kind: 'toggle', open: false } : parent();
    case 'Enter':
    case ' ':
      return { kind: 'go', index };
    default:
      return null;
  }
}

/** Where over the line the pointer is: its upper or lower part, or its middle where things can go in. */
function sideOf(event: DragEvent<HTMLElement>, allowed: readonly DropSide[]): DropSide | null {
  if (allowed.length === 0) return null;
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = height === 0 ? 0 : (event.clientY - top) / height;
  if (allowed.length === 1) return allowed[0] ?? null;
  if (allowed.includes('into')) return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into';
  return share < 0.5 ? 'before' : 'after';
}
