import { indicatorsOf, parseRuleBook, type Indicator, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { changeIndicator, pathOf } from '../workshop/edit-tree.js';
import { codesOf, inForm, methodsInOrder } from './method-presets.js';
import { withMethod } from './method-starters.js';
import { withReachedProvenance } from './reached-provenance.js';

const book: RuleBook = defaultRuleBooks.township;
const indicators = indicatorsOf(book).map(({ indicator }) => indicator);

/** What is wrong with an indicator in its book, apart from facts and names that are still to be chosen. */
function problemsBesidesNames(indicator: Indicator): string[] {
  const whole = changeIndicator(book, indicator.id, () => indicator);
  const parsed = parseRuleBook(whole);
  if (parsed.ok) return [];
  const path = pathOf(whole, { kind: 'indicator', id: indicator.id }) ?? '';
  return parsed.problems
    .filter((problem) => problem.path.startsWith(path))
    .filter(
      ({ path: at }) =>
        !/\/(fact|section|indicator|worth|options|weights|(title|because)\/(zh|en))$/.test(at),
    )
    .map((problem) => `${indicator.id} ${problem.path.slice(path.length)} ${problem.message.en}`);
}

/** One indicator for each method that the book uses, so that every way of converting is tried. */
const oneOfEach = [...new Map(indicators.map((each) => [each.score.method, each])).values()];

describe('choosing another method', () => {
  it('knows all fourteen', () => expect(new Set(methodsInOrder).size).toBe(14));

  it.each(methodsInOrder)('fills %s with parameters that the format takes', (method) => {
    const wrong = oneOfEach.flatMap((indicator) =>
      problemsBesidesNames(withReachedProvenance(indicator, withMethod(indicator, method, book))),
    );
    expect(wrong).toEqual([]);
  });

  it.each(methodsInOrder)('takes every form of the catalogue that %s covers', (method) => {
    const [indicator] = oneOfEach;
    if (indicator === undefined) throw new Error('the book has no indicators');
    const base = withMethod(indicator, method, book);
    const wrong = codesOf[method].flatMap((code) =>
      problemsBesidesNames(withReachedProvenance(indicator, inForm(base, code))),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps points, measure and the number that mattered', () => {
    const indicator = indicators.find(
      ({ score }) => score.method === 'proportion' && typeof score.target === 'string',
    );
    if (indicator?.score.method !== 'proportion') throw new Error('no such indicator');
    const next = withMethod(indicator, 'threshold', book);
    expect(next.points).toBe(indicator.points);
    expect(next.measure).toEqual(indicator.measure);
    expect(next.score).toMatchObject({ method: 'threshold', at: indicator.score.target });
  });

  it('leaves a fact to be chosen where none fits, instead of taking any', () => {
    const indicator = indicators.find(({ score }) => score.method === 'proportion');
    if (indicator === undefined) throw new Error('no such indicator');
    expect(withMethod(indicator, 'choice', book).score).toMatchObject({ fact: '', worth: [] });
  });
});
