import { shorten } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import { FormulaFault } from './formula-fault.js';

export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'percent'; readonly text: string }
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const forms: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['day', /\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['percent', /\d+(?:\.\d+)?%/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z]+(?:-[A-Za-z]+)*|[\u4e00-\u9fff]+/y],
  ['sign', />=|<=|[-+*/()<>=,;:≥≤×÷]/y],
];

/** The parts of a formula. Names stand in square brackets; signs may be full-width, as Chinese input methods type them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/[[［【]/.test(text[at] ?? '')) {
      const end = text.slice(at).search(/[\]］】]/);
      if (end < 0) throw new FormulaFault('方括号没有配对。', 'A square bracket is not closed.');
      tokens.push({ kind: 'name', text: text.slice(at + 1, at + end).trim() });
      at += end + 1;
      continue;
    }
    // Character by character full-width becomes half-width, so places stay the same.
    const rest = halfWidth(text).replace(/、/g, ',');
    const found = forms
      .map(([kind, form]) => {
        form.lastIndex = at;
        return [kind, form.exec(rest)?.[0]] as const;
      })
      .find(([, match]) => match !== undefined);
    const [kind, match = ''] = found ?? [];
    if (kind === undefined || match === '') {
      const rest = shorten(text.slice(at));
      throw new FormulaFault(`“${rest}”看不懂。`, `"${rest}" is not understood.`);
    }
    if (kind !== 'space') tokens.push({ kind, text: match });
    at += match.length;
  }
  return tokens;
}
