import { plainCharacter } from '@heng/rules';

/** A clause without spaces and with half-width signs; `places` leads from each of its characters back to the text as it was. */
export type PlainClause = {
  readonly plain: string;
  readonly places: readonly number[];
  readonly text: string;
};

/** Spaces and kinds of signs do not matter, but inside 「」, where all stays as it is. */
export function plainClause(text: string): PlainClause {
  let plain = '';
  const places: number[] = [];
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (!isQuoted && /\s/u.test(character)) continue;
    plain += isQuoted ? character : plainCharacter(character);
    places.push(index);
    if (!isQuoted && character === '「') isQuoted = true;
    // A doubled 」 is one of the phrase's own: it ends the quotation and the next one begins it again.
    else if (isQuoted && character === '」') {
      if (text.charAt(index + 1) === '」') {
        plain += '」';
        places.push((index += 1));
      } else isQuoted = false;
    }
  }
  return { plain, places, text };
}
