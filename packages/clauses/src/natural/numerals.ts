const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const scales: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** The characters of a Chinese numeral, for the lexer. */
export const numeralCharacters = `${Object.keys(digits).join('')}${Object.keys(scales).join('')}半`;

/** A number of the text as an exact decimal: `１２．５` is 12.5, 十五 is 15, 半 is 0.5, 二点五 is 2.5. */
export function numeralValue(text: string): string {
  const first = text.charAt(0);
  if (digits[first] === undefined && scales[first] === undefined && first !== '半') return plainDigits(text);
  const [whole = '', fraction] = text.split('点');
  const value = String(wholeNumeral(whole));
  if (fraction === undefined) return first === '半' ? '0.5' : value;
  return canonicalDecimal(`${value}.${[...fraction].map((sign) => digits[sign] ?? 0).join('')}`);
}

function plainDigits(text: string): string {
  const narrow = [...text].map((sign) => {
    const code = sign.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
    return sign === '．' ? '.' : sign;
  });
  return canonicalDecimal(narrow.join('').replaceAll(',', ''));
}

function canonicalDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  let from = 0;
  while (from < whole.length - 1 && whole[from] === '0') from += 1;
  let to = fraction.length;
  while (to > 0 && fraction[to - 1] === '0') to -= 1;
  return to === 0 ? whole.slice(from) : `${whole.slice(from)}.${fraction.slice(0, to)}`;
}

/** 二十五, 一百零三, 一二三 (read sign by sign). Longer than any real number, it is read sign by sign too. */
function wholeNumeral(text: string): bigint {
  const signs = [...text];
  if (!signs.some((sign) => scales[sign] !== undefined) || signs.length > 8) {
    return BigInt(signs.map((sign) => digits[sign] ?? 0).join('') || '0');
  }
  let [sum, digit] = [0, 0];
  for (const sign of signs) {
    const scale = scales[sign];
    if (scale === undefined) digit = digits[sign] ?? 0;
    else {
      sum += (digit || 1) * scale;
      digit = 0;
    }
  }
  return BigInt(sum + digit);
}
