import { AppError } from '../errors/app-error.js';

const maxDepth = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a JSON body and refuses what could hurt later: nesting deeper than 32, NUL characters, prototype keys.
 * @throws AppError `invalid`
 */
export function parseJsonBody(text: string): unknown {
  if (text === '') return undefined;
  if (depthOf(text) > maxDepth) throw bodyRefused('BODY_TOO_DEEP');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bodyRefused('BODY_NOT_JSON');
  }
  assertPlain(value);
  return value;
}

/** Nesting of brackets outside strings, counted before parsing because parsing itself recurses. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 0x5c) index += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return deepest;
}

function assertPlain(value: unknown): void {
  if (typeof value === 'string' && value.includes('\0')) throw bodyRefused('BODY_WITH_NUL');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (forbiddenKeys.has(key) || key.includes('\0')) throw bodyRefused('BODY_KEY_FORBIDDEN');
    assertPlain(item);
  }
}

const bodyRefused = (code: string) =>
  new AppError('invalid', code, {
    zh: '提交的 JSON 无法接受：格式有误、嵌套过深，或含有不允许的字符或键名。',
    en: 'The JSON cannot be accepted: malformed, nested too deeply, or with characters or keys that are not allowed.',
  });
