import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder } from '../src/data-place.js';
import { runHeng } from '../src/commands/run-heng.js';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one `heng` command in this process, with nothing of the environment. */
export async function heng(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runHeng({
    args,
    env: {},
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** Writes the example files of docs/formats.md into a folder and gives their paths by name. */
export async function exampleFiles(folder: string): Promise<(name: string) => string> {
  const page = await readFile(join(repositoryFolder, 'docs', 'formats.md'), 'utf8');
  for (const [, name = '', content = ''] of page.matchAll(/<!-- file: (\S+) -->\n```\w+\n(.*?)```/gs)) {
    await writeFile(join(folder, name), content);
  }
  return (name) => join(folder, name);
}
