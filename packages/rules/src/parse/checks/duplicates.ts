import type { RuleBook, Section } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

type Named = { readonly id: string; readonly path: string };

/** One name, one thing: ids of facts, of the tree, of options, vetoes, cohorts and grades. */
export function duplicateProblems(book: RuleBook): Problem[] {
  const list = (items: readonly { readonly id: string }[], path: string): Named[] =>
    items.map(({ id }, index) => ({ id, path: `${path}/${index}/id` }));
  const optionLists = book.facts.flatMap((fact, index) => {
    const at = `/facts/${index}`;
    switch (fact.kind) {
      case 'choice':
      case 'ballots':
        return [list(fact.options, `${at}/options`)];
      case 'records':
        return [list(fact.levels, `${at}/levels`), list(fact.genres ?? [], `${at}/genres`)];
      case 'raters':
        return [list(fact.groups, `${at}/groups`)];
      default:
        return [];
    }
  });
  const groups = 'groups' in book.cohorts ? book.cohorts.groups : [];
  return [
    list(book.facts, '/facts'),
    treeNames(book.sections, '/sections'),
    ...optionLists,
    list(book.vetoes, '/vetoes'),
    list(groups, '/cohorts/groups'),
    list(book.grades, '/grades'),
  ].flatMap(repeated);
}

/** Sections and indicators share one space of names: both can be pointed at as subtotals. */
function treeNames(sections: readonly Section[], path: string): Named[] {
  return sections.flatMap((section, index) => {
    const at = `${path}/${index}`;
    const own = (section.indicators ?? []).map(({ id }, position) => ({
      id,
      path: `${at}/indicators/${position}/id`,
    }));
    return [
      { id: section.id, path: `${at}/id` },
      ...own,
      ...treeNames(section.sections ?? [], `${at}/sections`),
    ];
  });
}

function repeated(names: readonly Named[]): Problem[] {
  const first = new Map<string, string>();
  return names.flatMap(({ id, path }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, path);
      return [];
    }
    return [
      problem(
        'DUPLICATE_ID',
        path,
        [
          `标识“${id}”用了两次，另一处在 ${before}。`,
          `The id "${id}" is used twice; the other place is ${before}.`,
        ],
        ['请给其中一处换一个标识。', 'Give one of the two another id.'],
      ),
    ];
  });
}
