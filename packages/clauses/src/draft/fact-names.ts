import type { Words } from '../natural/index.js';

const numeral = '[0-9０-９.．零〇一二两三四五六七八九十百千半]+';
/** What introduces an event or a number, and says nothing of what is counted. */
const before = new RegExp(
  `^(?:每(?![年月季周学])|[凡如若]|按照|对于?|以上|分别|其中|有${numeral}|第${numeral}|[\\s,，;；。:：、(（)）“”"'*\\[\\]①-⑳⑴-⑽])+`,
  'u',
);
const behind = /(?:的|分别|每项|至少|不少于|不超过|按照|[，、\s,，;；。:：、(（“"'*[=])+$/u;

/** The words of a clause as the name of a yes/no fact: 未制定, 有列入责任书. */
export function eventName(words: Words | null): string {
  const text = tidy(words?.text ?? '');
  return tidy(text.replace(/^(?:查阅[^,，]*|根据[^,，]*)[,，]/u, ''));
}

/** What is counted in 缺席1次, 每发现1例: the words without the number and its unit. */
export function countedName(words: Words | null, unit: string | null): string {
  const text = (words?.text ?? '').normalize('NFKC');
  const unitText = unit === null ? '' : escaped(unit);
  const quantity = new RegExp(`(?:每|有|出现|发现|一)*\\s*(?:${numeral})?\\s*${unitText}$`, 'u');
  const perEach =
    /[,，]?\s*每(?:一)?(?:个单位|案次|[次件条个篇例人项处起户家场月])(?:[（(][^）)]*[）)])?(?=的?$)/u;
  const middle = new RegExp(
    `(?:每\\s*(?:${numeral})?|${numeral})\\s*${unitText === '' ? '(?!)' : unitText}`,
    'u',
  );
  const cut = text
    .replace(/的$/u, '')
    .replace(perEach, '')
    .replace(quantity, '')
    .replace(middle, '')
    .replace(/每(?=[少缺差低]?$)/u, '');
  return lastClause(tidy(cut.replace(/[,，](?=$)/u, '')));
}

/** What is measured in 建家率达70%, 按期结案率未达到95%: the words up to the demand. */
export function measuredName(words: Words | null): string {
  const text = (words?.text ?? '').normalize('NFKC');
  const end = text.search(
    /达到|达|未达|不低于|低于|高于|不超过|超过|不大于|大于|小于|至少|不少于|控制在|≥|≤|在?[0-9]|每(?=[低高降升少增减差欠超0-9一])|累计/u,
  );
  const cut = end < 0 ? text : text.slice(0, end);
  return lastClause(
    tidy(cut.replace(/(?:未|不|须|应|要|以|按|在|占比)?$/u, (found) => (found === '占比' ? found : ''))),
  );
}

/** The last part of a sentence that is long enough to stand by itself. */
function lastClause(text: string): string {
  const parts = text
    .split(/[,，;；。:：]/u)
    .map(tidy)
    .filter((part) => part !== '');
  let name = '';
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    name = name === '' ? (parts[at] ?? '') : `${parts[at] ?? ''}，${name}`;
    if (name.length >= 5) break;
  }
  return name;
}

const tidy = (text: string): string => {
  let [last, now] = ['', text.normalize('NFKC').trim()];
  while (last !== now) [last, now] = [now, now.replace(before, '').replace(behind, '').trim()];
  return balanced(now);
};

/** Brackets and quotation marks without their other half are left away. */
function balanced(text: string): string {
  const pairs = [
    ['(', ')'],
    ['“', '”'],
    ['[', ']'],
    ['《', '》'],
  ] as const;
  return pairs.reduce((now, [open, close]) => {
    const [opened, closed] = [now.split(open).length, now.split(close).length];
    return opened === closed ? now : now.split(open).join('').split(close).join('');
  }, text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
