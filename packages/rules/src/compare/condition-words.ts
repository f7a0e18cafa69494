import type { BookWords } from '../explain/words-of.js';
import { numberText, percentText } from '../explain/number-text.js';
import type { Condition } from '../format/condition.js';

/** A condition in words of one language: 已建妇联村社区数 达到 5. */
export function conditionWords(condition: Condition, words: BookWords): string {
  const { say } = words;
  switch (condition.kind) {
    case 'is-true':
      return words.fact(condition.fact);
    case 'is-option': {
      const options = condition.options.map((option) => words.option(condition.fact, option));
      return say(
        `${words.fact(condition.fact)}为${options.join('或')}`,
        `${words.fact(condition.fact)} is ${options.join(' or ')}`,
      );
    }
    case 'compare': {
      const { left, comparison, right } = condition;
      const value = words.isShare(left) ? percentText : (text: string) => numberText(text);
      const bound = typeof right === 'string' ? value(right) : words.measure(right);
      return `${words.measure(left)} ${comparisonWord(comparison, say)} ${bound}`;
    }
    case 'all':
      return condition.of.map((part) => inner(part, words)).join(say('且', ' and '));
    case 'any':
      return condition.of.map((part) => inner(part, words)).join(say('或', ' or '));
    case 'not':
      return say(
        `并非（${conditionWords(condition.of, words)}）`,
        `not (${conditionWords(condition.of, words)})`,
      );
  }
}

function inner(condition: Condition, words: BookWords): string {
  const text = conditionWords(condition, words);
  return condition.kind === 'all' || condition.kind === 'any' ? words.say(`（${text}）`, `(${text})`) : text;
}

type Comparison = Extract<Condition, { kind: 'compare' }>['comparison'];

export const comparisonWord = (comparison: Comparison, say: BookWords['say']): string =>
  ({
    'at-least': say('达到', 'is at least'),
    'more-than': say('高于', 'is more than'),
    'at-most': say('不超过', 'is at most'),
    'less-than': say('低于', 'is less than'),
    equal: say('等于', 'equals'),
  })[comparison];
