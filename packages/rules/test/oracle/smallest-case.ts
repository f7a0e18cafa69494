import { parseRuleBook } from '../../src/parse/parse-rule-book.js';
import type { Question } from './assess-by-hand.js';
import { differences, type Evaluator } from './compare-with-engine.js';

/** Sums that no longer add up do not matter for a case that a person is to redo. */
const harmless: readonly string[] = ['SUM_MISMATCH', 'PARTS_MISMATCH'];

/** Takes away whatever can be taken away while a difference of the same kind stays, so that a person can redo what is left. */
export function smallestCase(question: Question, evaluator?: Evaluator, patience = 6000): Question {
  const kindOf = (of: Question) =>
    differences(of, evaluator).map(({ place, engine, oracle }) =>
      [place.split(' ')[0], ...[engine, oracle].filter((each) => each.startsWith('threw'))].join(' '),
    );
  const [kind = ''] = kindOf(question);
  let [best, tries] = [question, 0];
  const stillDiffers = (candidate: Question): boolean => {
    tries += 1;
    const parsed = parseRuleBook(candidate.book);
    return (
      (parsed.ok || parsed.problems.every(({ code }) => harmless.includes(code))) &&
      kindOf(candidate).includes(kind)
    );
  };
  // After a success the search goes on at the same place: what could not be left out before will hardly be now.
  let [place, sinceLast] = [0, 0];
  while (tries < patience) {
    let [at, shrunk, count] = [0, false, 0];
    for (const candidate of smaller(best)) {
      count = at += 1;
      if (at <= place) continue;
      place = at;
      sinceLast += 1;
      if (stillDiffers(candidate)) {
        [best, shrunk, sinceLast, place] = [candidate, true, 0, at - 1];
        break;
      }
      if (tries >= patience) break;
    }
    if (!shrunk && sinceLast >= count) break;
    if (!shrunk) place = 0;
  }
  return best;
}

/** Every way to leave one thing out, the large ones first. */
function* smaller(question: Question): Generator<Question> {
  const { units, previous, book, below } = question;
  for (let size = units.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < units.length; from += size)
      yield { ...question, units: units.filter((_, index) => index < from || index >= from + size) };
  }
  if (previous !== null) yield { ...question, previous: null };
  if (below !== null) {
    yield { ...question, below: null };
    yield below;
    for (const smallerBelow of smaller(below)) yield { ...question, below: smallerBelow };
  }
  for (const without of lighter(book)) yield { ...question, book: without as Question['book'] };
  for (const [index, unit] of units.entries()) {
    for (const facts of lighter(unit.facts)) {
      const lighterUnit = { ...unit, facts: facts as Question['units'][number]['facts'] };
      yield { ...question, units: units.map((each, other) => (other === index ? lighterUnit : each)) };
    }
  }
}

/** A document with one entry of a list or one property left out, or one part put in place of its whole. */
function* lighter(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    for (const index of list.keys()) {
      yield list.filter((_, other) => other !== index);
      for (const part of lighter(list[index]))
        yield list.map((each, other) => (other === index ? part : each));
    }
  } else if (typeof value === 'object' && value !== null) {
    if ('kind' in value && 'of' in value) {
      const inner: unknown = Array.isArray(value.of) ? value.of[0] : value.of;
      if (typeof inner === 'object') yield inner;
    }
    for (const [key, part] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      for (const other of lighter(part)) yield { ...value, [key]: other };
    }
  }
}
