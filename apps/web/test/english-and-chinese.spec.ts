import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
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

const chinese = /[\u3400-\u9fff\uf900-\ufaff]/;
/** Attributes that people read or hear. */
const spoken = new Set(['title', 'alt', 'label', 'placeholder', 'aria-label', 'aria-description', 'loading']);

/** Texts of a source that belong into the catalogues: anything Chinese, and words of any language written into JSX. */
function textsOf(path: string, code: string): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${relative(src, path)}:${line} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) note(node, node.text);
    else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const { text } = node.initializer;
      if (chinese.test(text) || (spoken.has(node.name.getText()) && /\p{L}{2}/u.test(text))) note(node, text);
    } else if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      chinese.test(node.text)
    ) {
      note(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

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

  it('hold every text of the screens', () => {
    expect(sources(src).flatMap((path) => textsOf(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['Chinese in an element', '<p>排名</p>'],
    ['Chinese in an expression', "<p>{loud ? '排名' : name}</p>"],
    ['Chinese in a template', '<p>{`第${rank}名`}</p>'],
    ['English in an element', '<p>Ranking</p>'],
    ['a label', '<nav aria-label="Menu" />'],
  ])('would miss no text written into a screen: %s', (_what, jsx) => {
    expect(textsOf(join(src, 'x.tsx'), `const x = ${jsx};`)).not.toEqual([]);
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
  // What the screens bring along runs in the same browser; the batch evaluator runs on servers only.
  const packages = ['rules', 'contracts', 'clauses'].map((name) =>
    join(src, `../../../packages/${name}/src`),
  );
  const files = [src, ...packages].flatMap(sources).filter((path) => !path.includes('/rules/src/batch/'));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => young.test(code(readFileSync(path, 'utf8'))))).toEqual([]);
});
