import { Rational } from '../exact/rational.js';
import type { Fact, FactValue, PanelScore, RecordEntry } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Basis } from './outcome.js';
import { noNumber, type NoNumber } from './value.js';

/** A fact as it stands for one unit on one basis. */
export type FactState = { readonly kind: 'value'; readonly value: FactValue } | NoNumber;

/** Reads one unit's facts on one basis. Missing is not zero: an absent value is a state with a reason. */
export class FactReader {
  private readonly numbers = new Map<string, Rational>();

  constructor(
    private readonly facts: ReadonlyMap<string, Fact>,
    private readonly unit: AssessedUnit,
    private readonly basis: Basis,
  ) {}

  read(id: string): FactState {
    const entry = Object.prototype.hasOwnProperty.call(this.unit.facts, id) ? this.unit.facts[id] : undefined;
    if (entry?.notApplicable !== undefined) {
      return noNumber('not-applicable', 'fact-not-applicable', { fact: id, because: entry.notApplicable });
    }
    const value = this.pick(entry?.declared ?? null, entry?.verified ?? null);
    if (value !== null) return { kind: 'value', value };
    const fact = this.facts.get(id);
    return fact?.source === 'meeting'
      ? noNumber('pending', 'fact-pending', { fact: id })
      : noNumber('missing', 'fact-missing', { fact: id });
  }

  /** A number, percent or boolean (1 yes, 0 no) fact. */
  number(id: string): { readonly kind: 'value'; readonly value: Rational } | NoNumber {
    const state = this.read(id);
    if (state.kind !== 'value') return state;
    let value = this.numbers.get(id);
    if (value === undefined) {
      value =
        typeof state.value === 'boolean'
          ? Rational.integer(state.value ? 1 : 0)
          : Rational.parse(typeof state.value === 'string' ? state.value : '');
      this.numbers.set(id, value);
    }
    return { kind: 'value', value };
  }

  /** The entries of a records fact. */
  records(id: string): { readonly kind: 'value'; readonly value: readonly RecordEntry[] } | NoNumber {
    const state = this.read(id);
    // parseFacts has checked the shape against the fact's kind.
    return state.kind === 'value' ? { kind: 'value', value: state.value as RecordEntry[] } : state;
  }

  /** The judges' scores of a panel fact. */
  panel(id: string): { readonly kind: 'value'; readonly value: readonly PanelScore[] } | NoNumber {
    const state = this.read(id);
    // parseFacts has checked the shape against the fact's kind.
    return state.kind === 'value' ? { kind: 'value', value: state.value as PanelScore[] } : state;
  }

  /** Ballot counts or rater scores by option or group. */
  counts(
    id: string,
  ): { readonly kind: 'value'; readonly value: Readonly<Record<string, string>> } | NoNumber {
    const state = this.read(id);
    // parseFacts has checked the shape against the fact's kind.
    return state.kind === 'value' ? { kind: 'value', value: state.value as Record<string, string> } : state;
  }

  /** Ids of the valid options of a ballots fact, in the book's order. */
  options(id: string): readonly string[] {
    const fact = this.facts.get(id);
    return fact?.kind === 'ballots'
      ? fact.options.filter(({ valid }) => valid !== false).map((option) => option.id)
      : [];
  }

  private pick(declared: FactValue | null, verified: FactValue | null): FactValue | null {
    if (this.basis === 'declared') return declared;
    return this.basis === 'verified' ? verified : (verified ?? declared);
  }
}
