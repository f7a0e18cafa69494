import type { DraftRegulation } from './draft-regulation.js';
import { leadingNumber } from './leading-number.js';
import { pointsAtEnd, pointsInBrackets } from './points-in-text.js';
import type { Paragraph } from './reading.js';
import { paragraphPlace } from './regulation-place.js';
import type { RegulationRow } from './regulation.js';
import { isOffice } from './front-matter.js';
import { isNote } from './row-kind.js';
import { guessedRole } from './section-role.js';

type Node = {
  readonly level: number;
  readonly number: string;
  readonly text: string;
  readonly place: number;
  readonly lines: string[];
  readonly children: Node[];
};

/** Fewer are no rules: a letter may mention points too. */
const fewestScoredItems = 2;

/**
 * Reads rules written as numbered paragraphs: 一、组织建设（30分） with 1.……（3分） below. Parts without any points become notes.
 * False when there are no such rules; then nothing was read.
 */
export function readParagraphs(paragraphs: readonly Paragraph[], draft: DraftRegulation): boolean {
  const { roots, before, after } = treeOf(paragraphs);
  if (roots.reduce((sum, node) => sum + scoredItems(node), 0) < fewestScoredItems) return false;
  draft.titles.push(...before.map(({ number, text }) => ({ text, place: paragraphPlace(number) })));
  for (const node of roots) read(node, draft, false);
  draft.notes.push(...after.map(({ number, text }) => ({ text, place: paragraphPlace(number) })));
  return true;
}

type Tree = { readonly roots: Node[]; readonly before: Paragraph[]; readonly after: Paragraph[] };

function treeOf(paragraphs: readonly Paragraph[]): Tree {
  const tree: Tree = { roots: [], before: [], after: [] };
  const open: Node[] = [];
  for (const paragraph of paragraphs) {
    const { number, level, rest } = leadingNumber(paragraph.text);
    const current = open.at(-1);
    if (number === null || level === null) {
      if (current === undefined && tree.roots.length === 0) tree.before.push(paragraph);
      else if (current === undefined || isNote(paragraph.text) || isSignature(paragraph.text)) {
        // What follows a note or a signature no longer belongs to the last item.
        open.length = 0;
        tree.after.push(paragraph);
      } else current.lines.push(paragraph.text);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const node: Node = { level, number, text: rest, place: paragraph.number, lines: [], children: [] };
    (open.at(-1)?.children ?? tree.roots).push(node);
    open.push(node);
  }
  return tree;
}

const isSignature = (text: string): boolean =>
  isOffice(text) ||
  /^[〇○零一二三四五六七八九十\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日$/.test(
    text,
  );

const scoredItems = (node: Node): number => {
  const below = node.children.reduce((sum, child) => sum + scoredItems(child), 0);
  return below > 0 ? below : partsOf(node.text).points === null ? 0 : 1;
};

function read(node: Node, draft: DraftRegulation, isScored: boolean): void {
  const place = paragraphPlace(node.place);
  const said = partsOf(node.text);
  const hasScoredParts = node.children.some((child) => scoredItems(child) > 0);
  const { role, clear } = guessedRole(said.title);
  const isSpecial = role !== 'base' && node.children.length > 0 && said.rest === '';
  if (hasScoredParts || isSpecial) {
    const above = draft.tree.current;
    if (!clear) draft.unclearRole(said.title, place);
    draft.tree.begin(node.level, {
      number: node.number,
      title: said.title,
      named: true,
      points: said.points,
      role: role === 'base' && node.level > 1 ? (above?.role ?? 'base') : role,
      place,
    });
    for (const text of [said.rest, ...node.lines].filter((line) => line !== ''))
      draft.notes.push({ text, place });
    for (const child of node.children) read(child, draft, true);
    draft.tree.close(node.level);
  } else if (isScored || said.points !== null) {
    if (draft.tree.current === null) unnamed(draft, node);
    draft.tree.current?.rows.push(rowOf(node, said));
  } else {
    draft.notes.push({ text: wholeText(node), place });
  }
}

const unnamed = (draft: DraftRegulation, node: Node): void =>
  void draft.tree.begin(1, {
    number: null,
    title: '',
    named: false,
    points: null,
    role: 'base',
    place: paragraphPlace(node.place),
  });

function rowOf(node: Node, said: Parts): RegulationRow {
  // A sentence that is its own standard: 受市级表彰加2分.
  const rest =
    said.rest === '' && said.points === null && /\d.{0,4}分/.test(node.text) ? node.text : said.rest;
  const standard = [rest, ...node.lines, ...node.children.map(wholeText)].filter((line) => line !== '');
  return {
    number: node.number,
    item: said.title,
    requirement: null,
    points: said.points,
    pointsFrom: said.points === null ? null : 'text',
    standard: standard.length === 0 ? null : standard.join('\n'),
    department: null,
    evidence: null,
    remark: null,
    place: paragraphPlace(node.place),
  };
}

const wholeText = (node: Node): string =>
  [
    `${node.number}${/[)）]$/.test(node.number) ? '' : '、'}${node.text}`,
    ...node.lines,
    ...node.children.map(wholeText),
  ].join('\n');

type Parts = { readonly title: string; readonly points: string | null; readonly rest: string };

/** A numbered paragraph begins with its title; what follows is the standard. The points stand behind the title or at the end. */
function partsOf(text: string): Parts {
  const end = text.search(/[。；;：:\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const behindTitle = pointsInBrackets(first);
  if (behindTitle !== null) {
    const close = text.search(/[)）\]】]/);
    // 组建工会（5分）未完成的扣 2 分: the title ends with the bracket even without a full stop.
    const bracket = first.slice(0, close + 1);
    if (pointsInBrackets(bracket) !== null) {
      const rest = text.slice(close + 1).replace(/^[。；;：:，,、\s]+/, '');
      return { title: bracketless(bracket), points: behindTitle.points, rest: rest.trim() };
    }
    return { title: behindTitle.rest, points: behindTitle.points, rest: text.slice(first.length + 1).trim() };
  }
  const atEnd = pointsAtEnd(text) ?? pointsInBrackets(text);
  const said = atEnd?.rest ?? text;
  const cut = said.search(/[。；;：:\n]/);
  const title = cut < 0 || cut > 40 ? said : said.slice(0, cut);
  return {
    title: title.trim(),
    points: atEnd?.points ?? null,
    rest: said
      .slice(title.length)
      .replace(/^[。；;：:\s]+/, '')
      .trim(),
  };
}

const bracketless = (text: string): string => pointsInBrackets(text)?.rest.trim() ?? text;
