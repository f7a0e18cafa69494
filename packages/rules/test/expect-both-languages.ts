import type { Problem } from '../src/parse/problem.js';

/** A problem has a JSON pointer, and its reason and remedy are said in Chinese and, differently, in English. */
export function expectBothLanguages({ code, path, message, fix }: Problem): void {
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(path).toMatch(/^(\/.*)?$/s);
  for (const { zh, en } of [message, fix]) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en.trim()).not.toBe('');
    expect(en).not.toBe(zh);
  }
}
