import { parseRuleBook, type Indicator, type RuleBook, type Section } from '@heng/rules';
import { smallBook } from '../../../../test/small-book.js';
import {
  addIndicator,
  addSection,
  changeIndicator,
  flatSections,
  freeId,
  indicatorOf,
  moveIndicator,
  moveSection,
  nodeAt,
  nudge,
  pathOf,
  removeNode,
} from './edit-tree.js';

const [template] = smallBook.sections;
const aSection = (id: string, indicators: string[], sections?: Section[]): Section => ({
  id,
  title: { zh: id, en: id },
  role: 'base',
  points: '10',
  indicators: indicators.map((each) => ({ ...(template?.indicators?.[0] as Indicator), id: each })),
  ...(sections && { sections }),
});
/** A[a1 a2] B{ C[c1] D[] } E[e1] */
const book: RuleBook = {
  ...smallBook,
  sections: [
    aSection('A', ['a1', 'a2']),
    aSection('B', [], [aSection('C', ['c1']), aSection('D', [])]),
    aSection('E', ['e1']),
  ],
};
const shape = ({ sections }: RuleBook): string => sections.map(shapeOf).join(' ');
const shapeOf = ({ id, indicators = [], sections }: Section): string =>
  sections
    ? `${id}{${sections.map(shapeOf).join(' ')}}`
    : `${id}[${indicators.map((each) => each.id).join(' ')}]`;

describe('the outline', () => {
  it('moves indicators within their section, and over its edge into the next', () => {
    expect(shape(nudge(book, { kind: 'indicator', id: 'a1' }, 1))).toBe('A[a2 a1] B{C[c1] D[]} E[e1]');
    expect(shape(nudge(book, { kind: 'indicator', id: 'a2' }, 1))).toBe('A[a1] B{C[a2 c1] D[]} E[e1]');
    expect(shape(nudge(book, { kind: 'indicator', id: 'e1' }, -1))).toBe('A[a1 a2] B{C[c1] D[e1]} E[]');
    expect(nudge(book, { kind: 'indicator', id: 'a1' }, -1)).toBe(book);
    expect(nudge(book, { kind: 'indicator', id: 'e1' }, 1)).toBe(book);
  });

  it('moves sections among their neighbours, never into themselves', () => {
    expect(shape(nudge(book, { kind: 'section', id: 'E' }, -1))).toBe('A[a1 a2] E[e1] B{C[c1] D[]}');
    expect(shape(nudge(book, { kind: 'section', id: 'D' }, -1))).toBe('A[a1 a2] B{D[] C[c1]} E[e1]');
    expect(shape(nudge(book, { kind: 'section', id: 'A' }, -1))).toBe(shape(book));
    expect(moveSection(book, 'B', 'C', 0)).toBe(book);
    expect(shape(moveSection(book, 'C', null, 0))).toBe('C[c1] A[a1 a2] B{D[]} E[e1]');
    expect(shape(moveSection(book, 'E', 'B', 1))).toBe('A[a1 a2] B{C[c1] E[e1] D[]}');
  });

  it('drops an indicator where it was let go', () => {
    expect(shape(moveIndicator(book, 'a1', 'E', 1))).toBe('A[a2] B{C[c1] D[]} E[e1 a1]');
    expect(shape(moveIndicator(book, 'a1', 'A', 1))).toBe('A[a2 a1] B{C[c1] D[]} E[e1]');
    expect(moveIndicator(book, 'nobody', 'A', 1)).toBe(book);
  });

  it('adds, changes and removes nodes, and leaves the others the same objects', () => {
    const added = addIndicator(book, 'D', { ...(indicatorOf(book, 'a1') as Indicator), id: 'd1' });
    expect(shape(added)).toBe('A[a1 a2] B{C[c1] D[d1]} E[e1]');
    expect(added.sections[0]).toBe(book.sections[0]);
    expect(shape(removeNode(added, { kind: 'section', id: 'B' }))).toBe('A[a1 a2] E[e1]');
    expect(shape(removeNode(book, { kind: 'indicator', id: 'c1' }))).toBe('A[a1 a2] B{C[] D[]} E[e1]');
    expect(shape(addSection(book, aSection('N', []), 'C'))).toBe('A[a1 a2] B{C[c1] N[] D[]} E[e1]');
    expect(shape(addSection(book, aSection('N', []), null))).toBe('A[a1 a2] B{C[c1] D[]} E[e1] N[]');
    const renamed = changeIndicator(book, 'c1', (each) => ({ ...each, points: '7' }));
    expect(indicatorOf(renamed, 'c1')?.points).toBe('7');
    expect(indicatorOf(renamed, 'a1')).toBe(indicatorOf(book, 'a1'));
  });

  it('knows the pointer of every node, and the node of every pointer that problems give', () => {
    const nodes = [
      ...flatSections(book.sections).map(({ id }) => ({ kind: 'section' as const, id })),
      ...['a1', 'a2', 'c1', 'e1'].map((id) => ({ kind: 'indicator' as const, id })),
    ];
    for (const node of nodes) {
      const path = pathOf(book, node) ?? '';
      expect(nodeAt(book, `${path}/score/target`)).toEqual(node);
    }
    expect(nodeAt(book, '/facts/0')).toBeNull();
    const odd = parseRuleBook(book);
    const [problem] = odd.ok ? [] : odd.problems.filter(({ code }) => code === 'EMPTY_SECTION');
    expect(nodeAt(book, problem?.path ?? '')).toEqual({ kind: 'section', id: 'D' });
  });

  it('finds an id that is not taken', () => {
    expect([freeId(book, 'new'), freeId(book, 'a1'), freeId(book, 'built')]).toEqual([
      'new',
      'a1-2',
      'built-2',
    ]);
  });
});
