import { comparisonText } from '../families/comparison-text.js';
import type { Condition } from '../format/condition.js';
import type { ClauseWords } from './clause-words.js';

/** A condition in words of one language: 在编人数达到 5 人, 同时满足（…；…）. */
export function conditionWords(condition: Condition, words: ClauseWords): string {
  const { say } = words;
  const list = (parts: readonly Condition[]) =>
    parts.map((part) => conditionWords(part, words)).join(say('；', '; '));
  switch (condition.kind) {
    case 'is-true':
      return say(`${words.fact(condition.fact)}为是`, `${words.fact(condition.fact)} is yes`);
    case 'is-option': {
      const options = condition.options.map((option) => words.option(condition.fact, option));
      return say(
        `${words.fact(condition.fact)}为${options.join('或')}`,
        `${words.fact(condition.fact)} is ${options.join(' or ')}`,
      );
    }
    case 'compare': {
      const { left, comparison, right } = condition;
      const bound = words.operandOf(right, words.unitOf(left));
      return say(
        `${words.measure(left)}${comparisonText(comparison, bound, say)}`,
        `${words.measure(left)} is ${comparisonText(comparison, bound, say)}`,
      );
    }
    case 'all':
      return say(`同时满足（${list(condition.of)}）`, `all of (${list(condition.of)})`);
    case 'any':
      return say(`满足其一（${list(condition.of)}）`, `any of (${list(condition.of)})`);
    case 'not':
      return say(
        `不满足（${conditionWords(condition.of, words)}）`,
        `not (${conditionWords(condition.of, words)})`,
      );
  }
}
