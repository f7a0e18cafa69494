import { canonicalJson } from '../exact/canonical-json.js';
import type { Fact } from '../format/fact.js';
import type { RuleBook } from '../format/rule-book.js';

/**
 * Facts under two ids that are one: of one title, of one definition, taken from the same other results; `similar-title` is likely, as the
 * titles differ only in words that say nothing (的, 本年, 总数 for 数).
 */
export type AskedTwice = {
  readonly facts: readonly string[];
  readonly because: 'same-title' | 'same-definition' | 'same-results' | 'similar-title';
};

/** Facts that are asked for twice, each group once, for the surest reason. */
export function askedTwice(book: RuleBook): AskedTwice[] {
  const found: AskedTwice[] = [];
  const reasons: readonly (readonly [AskedTwice['because'], (fact: Fact) => string | null])[] = [
    ['same-title', ({ title }) => plain(title.zh)],
    ['same-results', (fact) => (fact.kind === 'number' && fact.from ? canonicalJson(fact.from) : null)],
    ['same-definition', ({ definition }) => (definition ? plain(definition.zh) : null)],
    ['similar-title', (fact) => `${essence(fact.title.zh)} ${measuredIn(fact)}`],
  ];
  for (const [because, keyOf] of reasons) {
    const groups = new Map<string, string[]>();
    for (const fact of book.facts) {
      const key = keyOf(fact);
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), fact.id]);
    }
    for (const facts of groups.values()) {
      const isTold = found.some((each) => facts.every((id) => each.facts.includes(id)));
      if (facts.length > 1 && !isTold) found.push({ facts, because });
    }
  }
  return found;
}

/** Without spaces and signs, in one width. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const saysNothing = /的|本年度|本年|当年|全年|年度内|年度|年内|累计|共计|实际/g;

/** A title without words that say nothing; 人数 and 次数 stay apart. */
const essence = (title: string): string =>
  plain(title)
    .replace(saysNothing, '')
    .replace(/(总数|数量|总数量|个数)$/, '数');

const measuredIn = (fact: Fact): string => (fact.kind === 'number' ? `number ${fact.unit.zh}` : fact.kind);
