import { createHash } from 'node:crypto';
import type { CycleUnit } from '@heng/contracts';
import {
  canonicalJson,
  type Assessment,
  type AssessedUnit,
  type Engine,
  type ExplainableAssessment,
  type FactsDocument,
  type RuleBook,
  type Text,
} from '@heng/rules';

/** Everything that a ranking follows from, and the ranking: anyone with the engine can recompute it. */
export type SealedPackage = {
  readonly format: 'heng-package/1';
  readonly cycle: {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly owner: string;
  };
  readonly ruleBook: RuleBook;
  readonly facts: FactsDocument;
  readonly previous: FactsDocument | null;
  /** The assessed units as they stood in the tree when the cycle was made. */
  readonly organizations: readonly CycleUnit[];
  readonly engine: string;
  readonly results: Assessment;
  /** sha256 of the canonical JSON of each part. */
  readonly hashes: {
    readonly ruleBook: string;
    readonly facts: string;
    readonly previous: string | null;
    readonly results: string;
  };
};

export type PackageParts = {
  readonly cycle: SealedPackage['cycle'];
  readonly dataLabel: Text | null;
  readonly engine: Engine;
  readonly assessment: ExplainableAssessment;
  readonly units: readonly AssessedUnit[];
  readonly previous: readonly AssessedUnit[] | null;
  readonly organizations: readonly CycleUnit[];
};

const sha256Of = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The package and the text that is sealed; its hash is the sha256 of exactly that text. */
export function sealPackage(parts: PackageParts): { readonly text: string; readonly hash: string } {
  const document = (units: readonly AssessedUnit[]): FactsDocument => ({
    format: 'heng-facts/1',
    ...(parts.dataLabel ? { label: parts.dataLabel } : {}),
    units: [...units],
  });
  const { engine, bookHash, basis, units, problems } = parts.assessment;
  const results: Assessment = { engine, bookHash, basis, units, problems };
  const facts = document(parts.units);
  const previous = parts.previous === null ? null : document(parts.previous);
  const sealed: SealedPackage = {
    format: 'heng-package/1',
    cycle: parts.cycle,
    ruleBook: parts.engine.book,
    facts,
    previous,
    organizations: parts.organizations,
    engine,
    results,
    hashes: {
      ruleBook: bookHash,
      facts: sha256Of(facts),
      previous: previous === null ? null : sha256Of(previous),
      results: sha256Of(results),
    },
  };
  const text = canonicalJson(sealed);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}
