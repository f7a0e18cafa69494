import { readText } from './files.js';
import { refused } from './refusal.js';

/** Reads a JSON file. @throws Refusal with the line and column of the first thing that is not JSON */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const at = firstFault(text);
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    const found = at >= text.trimEnd().length ? null : [...text.slice(at, at + 2)][0];
    throw refused(
      `${file}:${line}:${column}`,
      found === null
        ? ['文件在这里中断，不是完整的 JSON。', 'The file breaks off here; it is not complete JSON.']
        : [
            `从第 ${line} 行第 ${column} 个字符“${found}”起不是 JSON。`,
            `From line ${line}, character ${column} ("${found}") on, this is not JSON.`,
          ],
      ['请检查此处前后的引号、逗号和括号。', 'Check the quotes, commas and brackets around it.'],
    );
  }
}

/**
 * Where JSON ends to be JSON. The parser of Node tells it for some faults only, so we ask it about beginnings of the text: a
 * beginning without the fault fails at its very end, one with the fault before.
 */
function firstFault(text: string): number {
  let [sound, faulty] = [0, text.length + 1];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (middle <= text.length && failsAtEnd(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return faulty - 1;
}

function failsAtEnd(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes('end of JSON') : Number(position) >= beginning.length;
  }
}
