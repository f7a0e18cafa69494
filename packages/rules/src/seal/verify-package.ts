import { compile, bookHash } from '../engine/compile.js';
import { engineVersion } from '../engine/engine-version.js';
import type { Assessment } from '../engine/outcome.js';
import { canonicalJson } from '../exact/canonical-json.js';
import { sha256 } from '../exact/sha256.js';
import { factsLimits, inputProblem, type InputLimits } from '../parse/input-limits.js';
import { parseFacts } from '../parse/parse-facts.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import { problem, type Problem } from '../parse/problem.js';
import { firstDifference, type Difference } from './first-difference.js';

/** Facts of two years and the results, of a province at most. */
const packageLimits: InputLimits = {
  values: 4 * factsLimits.values,
  characters: 2 * factsLimits.characters,
  listed: factsLimits.listed,
};

/** One thing that a sealed package should hold true, in the order they are looked at. */
export type PackageCheck = {
  readonly check:
    'hash-rule-book' | 'hash-facts' | 'hash-previous' | 'hash-results' | 'engine' | 'recomputed';
  readonly ok: boolean;
  /** What the package says and what is so, where two texts say it. */
  readonly sealed?: string;
  readonly found?: string;
};

export type VerifiedPackage = {
  /** sha256 of the text, to compare with the published one. */
  readonly hash: string;
  readonly title: string;
  readonly units: number;
  readonly checks: readonly PackageCheck[];
  /** The first digit, grade or name that the recomputation gives otherwise; null when none does. */
  readonly difference: Difference | null;
};

export type ReadPackage =
  | { readonly ok: true; readonly verified: VerifiedPackage }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Recomputes a sealed publication from its own inputs, offline, and names the first figure that differs.
 *
 * @param text the package exactly as it was sealed (`heng-package/1`)
 * @returns problems when the text holds no package that can be recomputed; untrusted, never thrown at
 * @see DESIGN principle 2: publishing seals inputs, rule book, engine version and results into one package
 */
export function verifyPackage(text: string): ReadPackage {
  const json = jsonIn(text);
  const unfit = inputProblem(json, packageLimits);
  if (unfit) return { ok: false, problems: [unfit] };
  const sealed = sealedIn(json);
  if (sealed === null) return { ok: false, problems: [notAPackage()] };
  const read = parseRuleBook(sealed.ruleBook);
  if (!read.ok) return { ok: false, problems: read.problems.map((each) => under('/ruleBook', each)) };
  const facts = parseFacts(sealed.facts, read.book);
  if (!facts.ok) return { ok: false, problems: facts.problems.map((each) => under('/facts', each)) };
  const previous = sealed.previous === null ? null : parseFacts(sealed.previous, read.book);
  if (previous && !previous.ok)
    return { ok: false, problems: previous.problems.map((each) => under('/previous', each)) };

  const { results } = sealed;
  const again = compile(read.book).assess(facts.document.units, {
    basis: results.basis,
    ...(previous && { previous: previous.document.units }),
  });
  const { engine, bookHash: hash, basis, units, problems } = again;
  const difference = firstDifference(results, { engine, bookHash: hash, basis, units, problems });
  return {
    ok: true,
    verified: {
      hash: sha256(text),
      title: sealed.title,
      units: facts.document.units.length,
      checks: [
        same('hash-rule-book', sealed.hashes.ruleBook, bookHash(read.book)),
        same('hash-facts', sealed.hashes.facts, sha256(canonicalJson(sealed.facts))),
        ...(sealed.previous === null
          ? []
          : [same('hash-previous', sealed.hashes.previous, sha256(canonicalJson(sealed.previous)))]),
        same('hash-results', sealed.hashes.results, sha256(canonicalJson(results))),
        same('engine', results.engine, engineVersion),
        { check: 'recomputed', ok: difference === null },
      ],
      difference,
    },
  };
}

const same = (check: PackageCheck['check'], sealed: string, found: string): PackageCheck => ({
  check,
  ok: sealed === found,
  sealed,
  found,
});

type Sealed = {
  readonly title: string;
  readonly ruleBook: unknown;
  readonly facts: unknown;
  readonly previous: unknown;
  readonly results: Assessment;
  readonly hashes: Readonly<Record<'ruleBook' | 'facts' | 'previous' | 'results', string>>;
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The parts of a package as far as its frame can be told; what is in them is checked where it is read. */
function sealedIn(json: unknown): Sealed | null {
  const whole = record(json);
  const [results, hashes, cycle] = [record(whole.results), record(whole.hashes), record(whole.cycle)];
  const { basis, units } = results;
  if (whole.format !== 'heng-package/1' || !Array.isArray(units)) return null;
  if (basis !== 'verified' && basis !== 'declared' && basis !== 'latest') return null;
  const hash = (name: string) => (typeof hashes[name] === 'string' ? hashes[name] : '');
  return {
    title: typeof cycle.title === 'string' ? cycle.title : '',
    ruleBook: whole.ruleBook,
    facts: whole.facts,
    previous: whole.previous ?? null,
    // Only compared, figure by figure, with what is recomputed: its shape is part of the comparison.
    results: results as unknown as Assessment,
    hashes: {
      ruleBook: hash('ruleBook'),
      facts: hash('facts'),
      previous: hash('previous'),
      results: hash('results'),
    },
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const under = (path: string, each: Problem): Problem => ({ ...each, path: path + each.path });

const notAPackage = (): Problem =>
  problem(
    'NOT_A_PACKAGE',
    '',
    ['这不是封存包（heng-package/1）。', 'This is no sealed package (heng-package/1).'],
    [
      '请用“下载封存包”得到的文件，不要改动它。',
      'Use the file that "Download the package" gives, unchanged.',
    ],
  );
