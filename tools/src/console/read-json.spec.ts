import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from './read-json.js';
import { Refusal } from './refusal.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heng-json-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function placeOf(content: string | Uint8Array): Promise<string> {
  const file = join(folder, 'a.json');
  await writeFile(file, content);
  try {
    await readJson(file);
  } catch (error) {
    if (error instanceof Refusal) return (error.complaints[0]?.place ?? '').slice(folder.length + 1);
    throw error;
  }
  return 'read';
}

it.each([
  ['a word where a value must be', '{"a": x}', 'a.json:1:7'],
  ['a comma too many, on a later line', '{\n  "a": 1,\n}', 'a.json:3:1'],
  ['a leading zero', '[01]', 'a.json:1:3'],
  ['a key without quotes', '{a: 1}', 'a.json:1:2'],
  ['a file that breaks off', '{"a": [1, 2', 'a.json:1:12'],
  ['an empty file', '', 'a.json:1:1'],
  ['text after the end', '{} x', 'a.json:1:4'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xb8, 0xbe, 0x22]), 'a.json'],
])('names the place of %s', async (_case, content, place) => {
  expect(await placeOf(content)).toBe(place);
});

it('reads a file that begins with a byte-order mark', async () => {
  expect(await placeOf('\ufeff{"a": 1}')).toBe('read');
});
