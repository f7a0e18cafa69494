import { join } from 'node:path';
import {
  checkFactValue,
  compile,
  type AssessedUnit,
  type Fact,
  type FactValue,
  type RuleBook,
} from '@heng/rules';
import { rowsOfProposal } from '@heng/clauses';
import { repositoryFolder } from '../data-place.js';
import { bookTable } from './book-table.js';
import { figuresOfBooks } from './figures-of-books.js';

const folder = join(repositoryFolder, 'packages', 'documents', 'cases', 'regulations');
const books = await figuresOfBooks(folder);

it('ten public books in two formats', () => {
  expect(books).toHaveLength(20);
});

/** A value that the fact takes; which one does not matter. */
function valueOf(fact: Fact): FactValue {
  switch (fact.kind) {
    case 'number':
    case 'percent':
      return fact.checks?.max ?? '1';
    case 'boolean':
      return true;
    case 'choice':
      return fact.options[0]?.id ?? '';
    case 'date':
      return '2026-06-30';
    case 'records':
      return [{ title: '事项', level: fact.levels[0]?.id ?? '' }];
    case 'ballots':
      return { [fact.options[0]?.id ?? '']: '10' };
    case 'panel':
      return [{ judge: '甲', score: fact.scale }];
    case 'raters':
      return Object.fromEntries(fact.groups.map(({ id }) => [id, fact.scale]));
  }
}

const unitOf = (code: string, book: RuleBook): AssessedUnit => ({
  code,
  name: code,
  type: book.unitTypes[0] ?? '',
  facts: Object.fromEntries(book.facts.map((fact) => [fact.id, { verified: valueOf(fact) }])),
});

describe.each(books.map((each) => [each.name, each] as const))(
  '%s',
  (_name, { proposal, lintErrors, figures }) => {
    it('becomes a rule book with the usual answers, without an error of the linter', () => {
      expect(proposal.problems).toEqual([]);
      expect(proposal.openQuestions).toBe(0);
      expect(proposal.book).not.toBeNull();
      expect(lintErrors).toEqual([]);
    });

    it('scores units that have all facts', () => {
      const { book } = proposal;
      if (book === null) throw new Error('no book');
      for (const fact of book.facts) expect(checkFactValue(fact, valueOf(fact), null)).toEqual([]);
      const { units } = compile(book).assess([unitOf('甲', book), unitOf('乙', book)], {
        previous: [unitOf('甲', book), unitOf('乙', book)],
      });
      const states = units.flatMap(({ indicators }) => indicators.map(({ id, state }) => [id, state]));
      expect(states.filter(([, state]) => state !== 'scored')).toEqual([]);
    });

    it('loses no line: each is a rule, is judged with a reason, or is named as left out', () => {
      for (const row of proposal.sections.flatMap(rowsOfProposal)) {
        if (row.status === 'by-hand' || row.status === 'left-out') expect(row.reason).not.toBeNull();
        if (row.role !== 'veto' && row.status !== 'left-out') expect(row.clause?.zh).toMatch(/[满最].*分/u);
      }
      expect(figures.understood + figures.asked + figures.byHand + figures.leftOut).toBe(figures.rows);
    });
  },
);

it('of the lines that have a standard, more than seven in ten become rules with the usual answers', () => {
  const told = books.reduce((sum, { figures }) => sum + figures.rows - figures.blank, 0);
  const understood = books.reduce((sum, { figures }) => sum + figures.understood, 0);
  expect(understood * 10).toBeGreaterThan(told * 7);
  expect(bookTable(books)).toHaveLength(22);
});
