/** As deep as the format allows a whole document to be; more would only exhaust the stack of whoever walks it. */
const deepest = 40;

/** JSON of a cell; null when it is none, or nested beyond what a rule book can be. */
export function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return isTooDeep(text) ? null : { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function isTooDeep(text: string): boolean {
  let [depth, inText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
