import { Rational } from '../exact/rational.js';
import type { Locale } from '../explain/locale.js';
import type { Text } from '../format/primitives.js';
import type { Change, Place, Shown } from './change.js';
import { codeWords } from './code-words.js';
import { parameterName } from './parameter-names.js';

type Say = (zh: string, en: string) => string;

/** One change as a sentence, place first: 指标“村级妇联组建率”（A1）：分值由 5 分改为 6 分。 Needs no book. */
export function describeChange(change: Change, locale: Locale): string {
  const say: Say = (zh, en) => (locale === 'en' ? en : zh);
  const place = placeWords(change.place, say);
  if (change.code === 'added') {
    const now = textOf(change.after, say);
    return ended(say(`新增${place}：${now}`, `New ${place}: ${now}`), say);
  }
  if (change.code === 'removed') {
    const old = textOf(change.before, say);
    return ended(say(`取消${place}：原为 ${old}`, `Removed ${place}: it was ${old}`), say);
  }
  return ended(`${place}${say('：', ': ')}${body(change, say).trimEnd()}`, say);
}

/** What a change is about, as sentences name it. */
export function placeWords({ kind, id, title }: Place, say: Say): string {
  const own = say(title.zh, title.en);
  const named = (zh: string, en: string) => say(`${zh}“${own}”（${id}）`, `${en} "${own}" (${id})`);
  switch (kind) {
    case 'book':
      return say('规则书', 'rule book');
    case 'cohorts':
    case 'ranking':
      return own;
    case 'fact':
      return named('数据', 'fact');
    case 'section':
      return named('板块', 'section');
    case 'indicator':
      return named('指标', 'indicator');
    case 'veto':
      return named('否决事项', 'veto');
    case 'grade':
      return named('等次', 'grade');
  }
}

function body(change: Change, say: Say): string {
  const { code, before, after } = change;
  const [old, now] = [quoted(before, say), quoted(after, say)];
  switch (code) {
    case 'moved':
      return say(`由${old}移到${now}`, `moved from ${old} to ${now}`);
    case 'renamed':
      return say(`名称由${old}改为${now}`, `renamed from ${old} to ${now}`);
    case 'identifier-changed':
      return say(`标识由${old}改为${now}`, `its identifier is ${now} instead of ${old}`);
    case 'reordered':
      return say(
        `${what(change, say)}的顺序由${old}改为${now}`,
        `order of ${what(change, say)}: ${now} instead of ${old}`,
      );
    case 'method-changed':
      return say(
        `计分办法由“${methodName(before, say)}”改为“${methodName(after, say)}”，新条款为：${textOf(after, say)}`,
        `method: "${methodName(after, say)}" instead of "${methodName(before, say)}"; the clause is now: ${textOf(after, say)}`,
      );
    default:
      return parameterBody(change, say);
  }
}

function parameterBody(change: Change, say: Say): string {
  const { before, after } = change;
  const [name, old, now] = [what(change, say), quoted(before, say), quoted(after, say)];
  if (before === null)
    return say(`增加${name}：${textOf(after, say)}`, `${name} added: ${textOf(after, say)}`);
  if (after === null) return say(`取消${name}（原为${old.trimEnd()}）`, `${name} dropped (it was ${old})`);
  if (change.parameter === 'provenance')
    return say(
      `${name}的说明有改动（原 ${countOf(before)} 处，现 ${countOf(after)} 处）`,
      `${name} noted anew (${countOf(after)} notes instead of ${countOf(before)})`,
    );
  // Two values that read alike are told apart as the book writes them.
  if (old === now)
    return say(
      `${name}由 ${JSON.stringify(before.value)} 改为 ${JSON.stringify(after.value)}`,
      `${name}: ${JSON.stringify(after.value)} instead of ${JSON.stringify(before.value)}`,
    );
  // Years and versions do not rise; they are others.
  switch (isPoints(change) || change.touches === 'wording' ? 0 : direction(before, after)) {
    case 1:
      return say(`${name}由${old}提高到${now}`, `${name} raised from ${old} to ${now}`);
    case -1:
      return say(`${name}由${old}降低到${now}`, `${name} lowered from ${old} to ${now}`);
    default:
      return say(`${name}由${old}改为${now}`, `${name} changed from ${old} to ${now}`);
  }
}

/** Words stand in quotation marks, figures between spaces. */
function quoted(shown: Shown | null, say: Say): string {
  const text = textOf(shown, say);
  if (!/^-?\d/.test(text)) return say(`“${text}”`, `"${text}"`);
  return say(/[\u4e00-\u9fff]$/.test(text) ? ` ${text}` : ` ${text} `, text);
}

const isPoints = ({ code, parameter }: Change): boolean =>
  code === 'points-changed' || parameterName(parameter)?.as === 'points';

function direction(before: Shown, after: Shown): -1 | 0 | 1 {
  const [old, now] = [numberOf(before.value), numberOf(after.value)];
  return old === null || now === null ? 0 : now.compare(old);
}

const countOf = ({ value }: Shown): number => (Array.isArray(value) ? value.length : 0);

function methodName(shown: Shown | null, say: Say): string {
  const value = shown?.value;
  const isScore = typeof value === 'object' && value !== null && 'method' in value;
  const method = isScore && typeof value.method === 'string' ? value.method : '';
  const name = codeWords('method', method);
  return name === null ? method : say(name.zh, name.en);
}

const numberOf = (value: unknown): Rational | null => {
  if (typeof value === 'number') return Rational.integer(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Rational.parse(value) : null;
};

const listNames: Readonly<Record<string, Text>> = {
  sections: { zh: '板块', en: 'sections' },
  indicators: { zh: '指标', en: 'indicators' },
  grades: { zh: '等次', en: 'grades' },
  vetoes: { zh: '否决事项', en: 'vetoes' },
  facts: { zh: '数据', en: 'facts' },
};

/** The name of the parameter with the entries it belongs to: 分值（优）. */
function what({ code, parameter, entries }: Change, say: Say): string {
  const list = code === 'reordered' ? listNames[parameter] : undefined;
  const name = list ?? parameterName(parameter)?.name ?? { zh: parameter, en: parameter };
  const named = say(name.zh, name.en);
  if (entries.length === 0) return named;
  const which = entries.map(({ zh, en }) => say(zh, en)).join(say('、', ', '));
  return say(`${named}（${which}）`, `${named} (${which})`);
}

const textOf = (shown: Shown | null, say: Say): string =>
  shown === null ? '' : say(shown.text.zh, shown.text.en);

/** What is quoted may bring its own full stop. */
const ended = (sentence: string, say: Say): string =>
  /[。.]$/.test(sentence) ? sentence : `${sentence}${say('。', '.')}`;
