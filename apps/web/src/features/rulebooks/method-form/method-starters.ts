import {
  Rational,
  referencesOf,
  roleOf,
  type Fact,
  type FactKind,
  type Indicator,
  type Measure,
  type RuleBook,
  type Score,
} from '@heng/rules';
import { rowsForFact } from './initial-value.js';
import { unitOfIndicator } from './number-sense.js';
import { isDecimal } from './typed-decimal.js';

export type Method = Score['method'];

/** Methods that read facts themselves; a measure beside them would only be a condition. */
const readsItself: ReadonlySet<Method> = new Set(['checklist', 'choice', 'records-worth']);

/**
 * An indicator with another method: points, facts and the number that mattered most (target, line, origin) are kept where the new method
 * has a place for them; what the new method needs besides begins with usual values. A fact that nothing fits is left to be chosen.
 */
export function withMethod(indicator: Indicator, method: Method, book: RuleBook): Indicator {
  const known = factsOf(indicator, book);
  const measure = measureFor(indicator, method, known);
  const next = { ...indicator, measure };
  return { ...next, score: starter(method, beginning(next, indicator.score, known, book)) };
}

type Beginning = {
  /** What the best earn and the worst: 10 and 0, or 0 and −10 of a deduction. */
  readonly best: string;
  readonly worst: string;
  readonly isBase: boolean;
  /** The number that mattered most; null where there was none. */
  readonly line: string | null;
  readonly isShare: boolean;
  readonly measure: Measure;
  readonly title: Indicator['title'];
  readonly fact: (kind: FactKind) => Fact | null;
  readonly all: (kind: FactKind) => readonly Fact[];
};

function beginning(indicator: Indicator, former: Score, known: readonly Fact[], book: RuleBook): Beginning {
  const full = isDecimal(indicator.points) ? indicator.points : '0';
  const role = roleOf(indicator, book);
  const lost = Rational.parse(full).negate().toText();
  const all = (kind: FactKind) => known.filter((fact) => fact.kind === kind);
  return {
    best: role === 'deduction' ? '0' : full,
    worst: role === 'deduction' ? lost : '0',
    isBase: role === 'base' || role === 'derived',
    line: lineOf(former),
    isShare: unitOfIndicator(indicator, book).kind === 'share',
    measure: indicator.measure,
    title: indicator.title,
    all,
    fact: (kind) => all(kind)[0] ?? null,
  };
}

function starter(method: Method, from: Beginning): Score {
  const { best, worst, line, isBase, isShare } = from;
  // What is divided by has to be above zero.
  const target = line === null || Rational.parse(line).sign() <= 0 ? '1' : line;
  switch (method) {
    case 'proportion':
      return { method, target, capShare: '1' };
    case 'inverse':
      return isShare && line === null
        ? { method, form: 'complement' }
        : { method, form: 'target-over-actual', target };
    case 'threshold':
      return {
        method,
        comparison: 'at-least',
        at: line ?? '1',
        ...(isBase ? {} : { metPoints: best, unmetPoints: worst }),
      };
    case 'checklist': {
      const facts = from.all('boolean');
      return {
        method,
        items:
          facts.length === 0
            ? [{ fact: '', title: { zh: '', en: '' }, points: best }]
            : facts.map(({ id, title }) => ({ fact: id, title, points: '1' })),
      };
    }
    case 'linear':
      return { method, intercept: '0', slope: '1', low: worst, high: best };
    case 'steps':
      return line === null || line === '0'
        ? {
            method,
            base: isBase ? best : '0',
            origin: '0',
            above: { points: isBase || best === '0' ? '-0.5' : '0.5', per: '1', partial: 'down' },
          }
        : {
            method,
            base: best,
            origin: line,
            below: { points: '-0.1', per: isShare ? '0.01' : '1', partial: 'proportional' },
          };
    case 'tally':
      return {
        method,
        base: isBase ? best : '0',
        terms: [
          {
            title: from.title,
            of: from.measure.kind === 'none' ? { kind: 'fact', fact: '' } : from.measure,
            points: isBase || best === '0' ? '-0.5' : '0.5',
          },
        ],
      };
    case 'tiers':
      return {
        method,
        form: 'step',
        bands: [
          { to: line ?? '1', points: worst },
          { from: line ?? '1', points: best },
        ],
      };
    case 'choice': {
      const fact = from.fact('choice');
      // Rows for options are { option, points } by the schema.
      const rows = rowsForFact('choice/worth', fact, []) as { option: string; points: string }[] | null;
      return {
        method,
        fact: fact?.id ?? '',
        worth: (rows ?? []).map((row, index) => (index === 0 ? { ...row, points: best } : row)),
      };
    }
    case 'records-worth': {
      const fact = from.fact('records');
      const rows = rowsForFact('records-worth/worth', fact, []) as { level: string; points: string }[] | null;
      const each = best === '0' ? '-0.5' : '0.5';
      return {
        method,
        fact: fact?.id ?? '',
        worth: (rows ?? []).map(({ level }) => ({ level, points: each })),
        sameMatter: 'highest',
      };
    }
    case 'relative':
      return { method, to: 'best', better: 'higher' };
    case 'efficacy':
      return { method, c: '0.4', d: '0.6', better: 'higher', low: 'cohort', high: 'cohort', whenEqual: '1' };
    case 'ranked':
      return { method, form: 'step', better: 'higher', tied: 'highest', free: 3, points: '0.2' };
    case 'judged':
      return { method, reasonRequired: true };
  }
}

/** The measure stays; methods that read facts themselves need none, and the others some. */
function measureFor({ measure, score }: Indicator, method: Method, known: readonly Fact[]): Measure {
  if (readsItself.has(method)) return { kind: 'none' };
  if (measure.kind !== 'none') return measure;
  if (score.method === 'tally' && score.terms[0] !== undefined) return score.terms[0].of;
  const [numeric] = known.filter(({ kind }) => kind === 'number' || kind === 'percent' || kind === 'boolean');
  if (numeric !== undefined) return { kind: 'fact', fact: numeric.id };
  const [records] = known.filter(({ kind }) => kind === 'records');
  return records === undefined ? { kind: 'fact', fact: '' } : { kind: 'count', fact: records.id };
}

function lineOf(score: Score): string | null {
  const said = (value: unknown) => (typeof value === 'string' && isDecimal(value) ? value : null);
  switch (score.method) {
    case 'proportion':
    case 'inverse':
      return said(score.target);
    case 'threshold':
      return said(score.at);
    case 'steps':
      return said(score.origin);
    case 'tiers':
      return said(score.bands[score.bands.length - 1]?.from);
    default:
      return null;
  }
}

/** The facts that the indicator reads, as far as its rules can be read yet. */
function factsOf(indicator: Indicator, book: RuleBook): readonly Fact[] {
  try {
    const { facts } = referencesOf(indicator);
    return facts.flatMap((id) => book.facts.find((fact) => fact.id === id) ?? []);
  } catch {
    // Half-written rules may lack the very members that are looked into.
    return [];
  }
}
