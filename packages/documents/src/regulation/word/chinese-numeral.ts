const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 12 → 十二, as numbered headings are written. Larger than 99 stays in digits. */
export function chineseNumeral(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const left = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return left + (ones === 0 ? '' : (digits[ones] ?? ''));
}
