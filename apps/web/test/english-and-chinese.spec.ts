import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../src/app/locales/en.js';
import { zhCN } from '../src/app/locales/zh-CN.js';

const src = join(process.cwd(), process.cwd().endsWith('web') ? 'src' : 'apps/web/src');

const keysOf = (node: object, path = ''): string[] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
const valueAt = (node: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], node);
const placeholders = (text: unknown) =>
  [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'locales' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.spec\./.test(entry.name) ? [path] : [];
  });

describe('catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort());
  });

  it('fill the same places in both languages', () => {
    const lacking = keysOf(zhCN).filter((key) => {
      const english = new Set(placeholders(valueAt(en, key)));
      return [...english].some((name) => !placeholders(valueAt(zhCN, key)).includes(name));
    });
    expect(lacking).toEqual([]);
  });

  it('hold every Chinese word of the screens', () => {
    const withoutComments = (text: string) =>
      text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
    const found = sources(src).filter((path) =>
      /[\u4e00-\u9fff]/.test(withoutComments(readFileSync(path, 'utf8'))),
    );
    expect(found).toEqual([]);
  });

  it('know every key that a screen names', () => {
    const known = new Set(keysOf(zhCN));
    const named = sources(src).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});

it('uses nothing younger than Chromium 86', () => {
  const young =
    /\.at\(-?\d|Object\.hasOwn\(|structuredClone|\.findLast|\.toSorted|randomUUID|AbortSignal\.(any|timeout)/;
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/`/g, '');
  expect(sources(src).filter((path) => young.test(code(readFileSync(path, 'utf8'))))).toEqual([]);
});
