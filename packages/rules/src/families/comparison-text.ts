import type { Comparison } from '../format/primitives.js';

/** 达到 90%, 低于 3 … */
export function comparisonText(
  comparison: Comparison,
  bound: string,
  say: (zh: string, en: string) => string,
): string {
  switch (comparison) {
    case 'at-least':
      return say(`达到 ${bound}`, `at least ${bound}`);
    case 'more-than':
      return say(`高于 ${bound}`, `above ${bound}`);
    case 'at-most':
      return say(`不超过 ${bound}`, `at most ${bound}`);
    case 'less-than':
      return say(`低于 ${bound}`, `below ${bound}`);
    case 'equal':
      return say(`等于 ${bound}`, `equal to ${bound}`);
  }
}
