import type { Rounding } from '../format/primitives.js';

/** 四舍五入保留 2 位小数. */
export function roundingWords(rounding: Rounding, say: (zh: string, en: string) => string): string {
  const mode = {
    'half-up': say('四舍五入', 'rounded half up'),
    'half-even': say('四舍六入五成双', 'rounded half to even'),
    down: say('只舍不入', 'rounded down'),
    up: say('只入不舍', 'rounded up'),
  }[rounding.mode];
  if ('step' in rounding)
    return say(`${mode}到 ${rounding.step} 的倍数`, `${mode} to a multiple of ${rounding.step}`);
  return rounding.digits === 0
    ? say(`${mode}取整数`, `${mode} to a whole number`)
    : say(`${mode}保留 ${rounding.digits} 位小数`, `${mode} to ${rounding.digits} decimals`);
}
