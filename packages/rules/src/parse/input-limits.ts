import { pointer, problem, type Problem } from './problem.js';

const maximumDepth = 40;
const maximumValues = 5_000_000;

type Place = {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Place | null;
  readonly depth: number;
};

/**
 * Refuses documents that are too deep or too large before anything walks them recursively: a few kilobytes of brackets could
 * otherwise exhaust the stack. Also refuses the key `__proto__` anywhere, which some readers drop and others obey.
 */
export function inputProblem(json: unknown): Problem | null {
  let values = 0;
  const waiting: Place[] = [{ value: json, key: '', parent: null, depth: 0 }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, depth } = place;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maximumDepth) return tooDeep();
    if (Object.prototype.hasOwnProperty.call(value, '__proto__')) return reservedKey(pathTo(place));
    // Lists by number: naming millions of places one by one would take seconds.
    const keys = Array.isArray(value) ? null : Object.keys(value);
    const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += children.length;
    if (values > maximumValues) return tooLarge();
    children.forEach((child, index) => {
      if (typeof child !== 'object' || child === null) return;
      waiting.push({ value: child, key: keys?.[index] ?? String(index), parent: place, depth: depth + 1 });
    });
  }
  return null;
}

function pathTo(place: Place): string {
  const steps: string[] = [];
  for (let here = place; here.parent !== null; here = here.parent) steps.unshift(here.key);
  return pointer(steps);
}

const tooDeep = (): Problem =>
  problem(
    'TOO_DEEP',
    '',
    [`文档嵌套超过 ${maximumDepth} 层。`, `The document is nested more than ${maximumDepth} levels deep.`],
    [
      '请减少嵌套，把过深的表达式拆成几个指标。',
      'Nest less: split a deep expression into several indicators.',
    ],
  );

const tooLarge = (): Problem =>
  problem(
    'TOO_LARGE',
    '',
    [`文档超过 ${maximumValues} 个值。`, `The document has more than ${maximumValues} values.`],
    ['请分成几份文档。', 'Split it into several documents.'],
  );

const reservedKey = (path: string): Problem =>
  problem(
    'RESERVED_KEY',
    path,
    ['此处有名为 __proto__ 的项。', 'There is an entry called __proto__ here.'],
    ['请删去，或换一个名称。', 'Remove it or give it another name.'],
  );
