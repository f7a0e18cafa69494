import type { Fact, RuleBook } from '@heng/rules';
import { halfWidth } from '../half-width.js';

/** What a column of a facts table holds. */
export type FactsColumn =
  | { readonly kind: 'code' | 'name' | 'type' | 'parent' }
  | { readonly kind: 'attribute'; readonly attribute: string }
  | { readonly kind: 'fact'; readonly fact: Fact; readonly side: Side };

/** `both`: what is written counts as declared and verified alike. */
export type Side = 'declared' | 'verified' | 'both';

export const headings = {
  code: '单位代码',
  name: '单位名称',
  type: '单位类型',
  parent: '上级代码',
  attribute: '属性:',
} as const;

const english: Readonly<Record<string, 'code' | 'name' | 'type' | 'parent'>> = {
  code: 'code',
  'unit code': 'code',
  name: 'name',
  unit: 'name',
  type: 'type',
  类型: 'type',
  parent: 'parent',
};

const sides: Readonly<Record<string, Side>> = {
  自评: 'declared',
  申报: 'declared',
  declared: 'declared',
  核定: 'verified',
  verified: 'verified',
};

/** The heading of a fact's column: title for people, id so that reading never depends on position or wording. */
export const factHeading = ({ title, id }: Fact, side: Side): string =>
  `${title.zh} [${id}]${side === 'both' ? '' : side === 'declared' ? '（自评）' : '（核定）'}`;

/** What a heading means under a rule book; null when it means nothing. Facts are known by id, Chinese or English title. */
export function columnOf(heading: string, book: RuleBook): FactsColumn | null {
  const written = halfWidth(heading).replace(/\s+/g, ' ').trim();
  for (const kind of ['code', 'name', 'type', 'parent'] as const)
    if (written === headings[kind]) return { kind };
  const known = english[written.toLowerCase()];
  if (known) return { kind: known };
  const attribute = /^(?:属性|attribute) ?: ?(.+)$/.exec(written)?.[1];
  if (attribute) return { kind: 'attribute', attribute };

  const marked = /^(.*?) ?\(([^()]+)\)$/.exec(written);
  const side = marked ? sides[marked[2]?.trim().toLowerCase() ?? ''] : undefined;
  const named = (side ? (marked?.[1] ?? '') : written).trim();
  const id = /\[([A-Za-z][A-Za-z0-9_-]*)\]$/.exec(named)?.[1];
  const fact = book.facts.find((each) =>
    id === undefined ? [each.id, halfWidth(each.title.zh), each.title.en].includes(named) : each.id === id,
  );
  return fact ? { kind: 'fact', fact, side: side ?? 'both' } : null;
}
