import { noNumber, numberValue, type NoNumber, type Value } from '../engine/value.js';
import { Rational, sum } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { MeasureContext } from './measure-context.js';

type Votes = { readonly option: string; readonly votes: Rational }[];

/** Votes for the valid options of the ballot, which abstained and spoiled ones are not. Too few valid votes give no result. */
function validVotes(
  fact: string,
  minimumValid: number,
  context: MeasureContext,
): { readonly kind: 'votes'; readonly votes: Votes; readonly valid: Rational } | NoNumber {
  const ballots = context.facts.counts(fact);
  if (ballots.kind !== 'value') return ballots;
  const votes = context.facts.options(fact).map((option) => ({
    option,
    votes: Rational.parse(
      (Object.prototype.hasOwnProperty.call(ballots.value, option) ? ballots.value[option] : undefined) ??
        '0',
    ),
  }));
  const valid = sum(votes.map((entry) => entry.votes));
  if (valid.isZero() || valid.compare(Rational.integer(minimumValid)) < 0) {
    return noNumber('cannot-compute', 'too-few-votes', {
      votes: valid.toText(),
      minimum: String(minimumValid),
    });
  }
  return { kind: 'votes', votes, valid };
}

/** Σ votes × worth ÷ valid votes (M53); an option without a worth is a valid vote worth nothing (ME4). */
export function voteMean(measure: Extract<Measure, { kind: 'vote-mean' }>, context: MeasureContext): Value {
  const counted = validVotes(measure.fact, measure.minimumValid, context);
  if (counted.kind !== 'votes') return counted;
  const worth = new Map(measure.worth.map(({ option, points }) => [option, Rational.parse(points)]));
  const total = sum(
    counted.votes.map(({ option, votes }) => votes.times(worth.get(option) ?? Rational.zero)),
  );
  const shown = context.show
    ? `(${counted.votes.map(({ option, votes }) => `${votes.toText()} × ${(worth.get(option) ?? Rational.zero).toText()}`).join(' + ')}) ÷ ${counted.valid.toText()}`
    : '';
  return numberValue(total.over(counted.valid), shown);
}

/** Share of the valid votes that went to `options`; every option of the ballot is valid (M54, ME4). */
export function voteShare(measure: Extract<Measure, { kind: 'vote-share' }>, context: MeasureContext): Value {
  const counted = validVotes(measure.fact, measure.minimumValid, context);
  if (counted.kind !== 'votes') return counted;
  const chosen = sum(
    counted.votes.filter(({ option }) => measure.options.includes(option)).map(({ votes }) => votes),
  );
  return numberValue(
    chosen.over(counted.valid),
    context.show ? `${chosen.toText()} ÷ ${counted.valid.toText()}` : '',
  );
}
