export type MarkedWord = { readonly text: string; readonly changed: boolean };
export type MarkedPair = { readonly before: readonly MarkedWord[]; readonly after: readonly MarkedWord[] };

/** Two texts with what only one of them has marked: Chinese by the sign, numbers and words of letters as wholes. */
export function markedWords(before: string, after: string): MarkedPair {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const common = longestCommon(old, now);
  return { before: joined(old, common.before), after: joined(now, common.after) };
}

const wordsOf = (text: string): string[] => text.match(/\d+(?:\.\d+)?%?|[A-Za-z]+|\s+|[^]/gu) ?? [];

type Kept = { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };

/** Which words of each side belong to the longest common row of words. */
function longestCommon(old: readonly string[], now: readonly string[]): Kept {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const kept = { before: new Set<number>(), after: new Set<number>() };
  let [row, column] = [0, 0];
  while (row < old.length && column < now.length) {
    if (old[row] === now[column]) {
      kept.before.add(row);
      kept.after.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

/** Neighbours that are alike marked become one. */
function joined(words: readonly string[], kept: ReadonlySet<number>): MarkedWord[] {
  const marked: { text: string; changed: boolean }[] = [];
  words.forEach((text, index) => {
    const changed = !kept.has(index);
    const last = marked[marked.length - 1];
    if (last?.changed === changed) last.text += text;
    else marked.push({ text, changed });
  });
  return marked;
}
