import { Rational, sum } from '../exact/rational.js';
import type { Text } from '../format/primitives.js';
import type { BookChange, ExampleBook } from './catalogue-entry.js';

type Json = Record<string, unknown>;

const assessed: Text = { zh: '考核内容', en: 'what is assessed' };

/**
 * Completes the parts of an example to a whole rule-book document, for `parseRuleBook` to judge: who enters what, titles, sections
 * and sums that the example is not about.
 * @param title of the book and of untitled indicators
 */
export function exampleBook(title: Text, parts: ExampleBook, change: BookChange = {}): Json {
  const { facts, role, indicators, sections, others } = changed(parts, change);
  const own = indicators.map((indicator) => completeIndicator(indicator, title));
  const tree =
    sections.length > 0
      ? sections.map((section) => completeSection(section, title))
      : [completeSection({ id: 'S', title: assessed, role, indicators: own }, title)];
  return {
    format: 'heng-rulebook/1',
    id: 'example',
    title,
    issuer: { zh: '示例', en: 'example' },
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['Unit'],
    totalPoints: sumOf(tree.filter((section) => section['role'] === 'base')),
    facts: facts.map(completeFact),
    sections: tree,
    vetoes: [],
    cohorts: { by: 'all' },
    grades: [{ id: 'all', title: { zh: '不分等次', en: 'no grades' } }],
    ...others,
    rounding: { indicator: null, section: null, total: null, ...(others['rounding'] as Json | undefined) },
    ranking: { on: 'exact', ties: 'competition', tieBreaks: [], ...(others['ranking'] as Json | undefined) },
  };
}

/** The entry's parts with the change of one example: what an example gives takes the place of what the entry gives. */
function changed(entry: ExampleBook, change: BookChange) {
  const { facts, role = 'base', indicators = [], sections = [], ...others } = entry;
  const {
    facts: otherFacts = facts,
    role: otherRole = role,
    indicators: patch = {},
    add = [],
    // A list of indicators in the change takes the place of the sections, and the other way round.
    sections: otherSections = Array.isArray(patch) ? [] : sections,
    ...more
  } = change;
  const kept = Array.isArray(patch)
    ? patch
    : indicators.map((indicator) => ({ ...indicator, ...patch[String(indicator['id'])] }));
  const rest: Json = { ...others, ...more };
  return {
    facts: otherFacts,
    role: otherRole,
    indicators: [...kept, ...add],
    sections: otherSections,
    others: rest,
  };
}

function completeSection(section: Json, title: Text): Json {
  const indicators = (section['indicators'] as Json[] | undefined)?.map((each) =>
    completeIndicator(each, title),
  );
  const sections = (section['sections'] as Json[] | undefined)?.map((each) => completeSection(each, title));
  return {
    points: sumOf([...(indicators ?? []), ...(sections ?? [])]),
    ...section,
    ...(indicators ? { indicators } : {}),
    ...(sections ? { sections } : {}),
  };
}

const completeIndicator = (indicator: Json, title: Text): Json => ({
  title,
  scoredBy: { zh: '考核办公室', en: 'the assessment office' },
  measure: { kind: 'none' },
  missing: 'wait',
  ...indicator,
});

const completeFact = (fact: Json): Json => ({
  source: 'declared',
  enteredBy: { zh: '被考核单位', en: 'the unit' },
  ...fact,
});

const sumOf = (parts: readonly Json[]): string =>
  sum(parts.map((part) => Rational.parse(String(part['points'])))).toText();
