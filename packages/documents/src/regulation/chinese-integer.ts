const digits = '一二三四五六七八九';

/** 十五 → 15, 一百二十 → 120. Null for what is no number below a thousand, such as 十一二. */
export function chineseInteger(text: string): string | null {
  const match =
    /^(?:([一二三四五六七八九])百(?:零(?=[一二三四五六七八九]$))?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      text,
    );
  if (match === null || text === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  const value =
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) +
    digit(ones);
  return String(value);
}

const digit = (character: string | undefined): number =>
  character === undefined ? 0 : digits.indexOf(character) + 1;
