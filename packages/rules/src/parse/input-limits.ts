import { problem, type Problem } from './problem.js';

const maximumDepth = 40;
const maximumNodes = 2_000_000;

/**
 * Refuses documents that are too deep or too large before anything walks them recursively: a few kilobytes of brackets could
 * otherwise exhaust the stack.
 */
export function inputTooLarge(json: unknown): Problem | null {
  let nodes = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    nodes += 1;
    if (depth > maximumDepth) {
      return problem(
        'TOO_DEEP',
        '',
        [`文档嵌套超过 ${maximumDepth} 层。`, `The document is nested more than ${maximumDepth} levels deep.`],
        ['请减少嵌套，把过深的表达式拆成几个指标。', 'Nest less: split a deep expression into several indicators.'],
      );
    }
    if (nodes > maximumNodes) {
      return problem(
        'TOO_LARGE',
        '',
        [`文档超过 ${maximumNodes} 个节点。`, `The document has more than ${maximumNodes} nodes.`],
        ['请分成几份文档。', 'Split it into several documents.'],
      );
    }
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
  return null;
}
