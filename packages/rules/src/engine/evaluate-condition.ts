import { Rational } from '../exact/rational.js';
import type { Value } from './value.js';
import type { Condition } from '../format/condition.js';
import type { Comparison } from '../format/primitives.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import type { MeasureContext } from '../measures/measure-context.js';

/** `unknown` when a fact it needs is missing: an unknown condition fires nothing and exempts nobody (RULES.md CO1). */
export type Truth = 'true' | 'false' | 'unknown';

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

/** Whether `left` stands to `right` as `comparison` says. */
export function compares(left: Rational, comparison: Comparison, right: Rational): boolean {
  const order = left.compare(right);
  switch (comparison) {
    case 'at-least':
      return order >= 0;
    case 'more-than':
      return order > 0;
    case 'at-most':
      return order <= 0;
    case 'less-than':
      return order < 0;
    case 'equal':
      return order === 0;
  }
}

/** Answers a condition in three-valued logic. */
export function evaluateCondition(condition: Condition, context: MeasureContext): Truth {
  switch (condition.kind) {
    case 'is-true': {
      const fact = context.facts.read(condition.fact);
      return fact.kind === 'value' ? truth(fact.value === true) : 'unknown';
    }
    case 'is-option': {
      const fact = context.facts.read(condition.fact);
      return fact.kind === 'value'
        ? truth(condition.options.some((option) => option === fact.value))
        : 'unknown';
    }
    case 'compare': {
      const left = evaluateMeasure(condition.left, context);
      const right =
        typeof condition.right === 'string'
          ? ({ kind: 'number', value: Rational.parse(condition.right) } as const)
          : evaluateMeasure(condition.right, context);
      if (left.kind !== 'number' || right.kind !== 'number') return 'unknown';
      return truth(compares(left.value, condition.comparison, right.value));
    }
    case 'all':
      return fold(condition.of, context, 'false', 'true');
    case 'any':
      return fold(condition.of, context, 'true', 'false');
    case 'not': {
      const inner = evaluateCondition(condition.of, context);
      return inner === 'unknown' ? 'unknown' : truth(inner === 'false');
    }
  }
}

/** `decisive` settles it at once; otherwise unknown wins over `neutral`. */
function fold(of: readonly Condition[], context: MeasureContext, decisive: Truth, neutral: Truth): Truth {
  const answers = of.map((part) => evaluateCondition(part, context));
  if (answers.includes(decisive)) return decisive;
  return answers.includes('unknown') ? 'unknown' : neutral;
}

/** The comparisons of a condition with their numbers put in, `0.4 > 0.35`; empty where it only asks yes or no. */
export function shownCondition(condition: Condition, context: MeasureContext): string {
  switch (condition.kind) {
    case 'is-true':
    case 'is-option':
      return '';
    case 'compare': {
      const left = shownValue(evaluateMeasure(condition.left, context));
      const right =
        typeof condition.right === 'string'
          ? condition.right
          : shownValue(evaluateMeasure(condition.right, context));
      // A comparison with what is missing decided nothing.
      return left === '' || right === '' ? '' : `${left} ${signs[condition.comparison]} ${right}`;
    }
    case 'all':
    case 'any':
      return condition.of
        .map((part) => shownCondition(part, context))
        .filter((part) => part !== '')
        .join('; ');
    case 'not': {
      const inner = shownCondition(condition.of, context);
      return inner === '' ? '' : `¬(${inner})`;
    }
  }
}

const signs = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<', equal: '=' } as const;

/** The expression and what it comes to, once when both are the same; empty without a number. */
function shownValue(value: Value): string {
  if (value.kind !== 'number') return '';
  const text = value.value.toText();
  return value.shown === '' || value.shown === text ? text : `${value.shown} = ${text}`;
}
