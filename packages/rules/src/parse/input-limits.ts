import { pointer, problem, type Problem } from './problem.js';

const maximumDepth = 40;

export type InputLimits = {
  /** Entries of all lists and objects together. */
  readonly values: number;
  /** Characters of all texts and names together. */
  readonly characters: number;
  /** Objects in one list: many mistakes of one kind take longer to tell apart than as many values to read. */
  readonly listed: number;
};

/** Three times the largest book we know of, so that reading one stays a matter of milliseconds. */
export const ruleBookLimits: InputLimits = { values: 12_000, characters: 2_000_000, listed: 500 };

/** A province of villages in one document. */
export const factsLimits: InputLimits = { values: 5_000_000, characters: 500_000_000, listed: 5_000_000 };

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
export function inputProblem(json: unknown, limits: InputLimits): Problem | null {
  let [values, characters] = [0, typeof json === 'string' ? json.length : 0];
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
    if (values > limits.values) return tooLarge(limits.values, ['个值', 'values']);
    const listed = keys === null ? children.filter((child) => typeof child === 'object').length : 0;
    if (listed > limits.listed)
      return { ...tooLarge(limits.listed, ['项的列表', 'entries in one list']), path: pathTo(place) };
    children.forEach((child, index) => {
      characters += (keys?.[index]?.length ?? 0) + (typeof child === 'string' ? child.length : 0);
      if (typeof child !== 'object' || child === null) return;
      waiting.push({ value: child, key: keys?.[index] ?? String(index), parent: place, depth: depth + 1 });
    });
    if (characters > limits.characters) return tooLarge(limits.characters, ['个字符', 'characters']);
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

const tooLarge = (most: number, [zh, en]: readonly [string, string]): Problem =>
  problem(
    'TOO_LARGE',
    '',
    [`文档超过 ${most} ${zh}。`, `The document has more than ${most} ${en}.`],
    ['请分成几份文档。', 'Split it into several documents.'],
  );

const reservedKey = (path: string): Problem =>
  problem(
    'RESERVED_KEY',
    path,
    ['此处有名为 __proto__ 的项。', 'There is an entry called __proto__ here.'],
    ['请删去，或换一个名称。', 'Remove it or give it another name.'],
  );
