import type { Span, Words } from './statement.js';

const levels: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['国家', ['国家级', '中央', '全国', '国家', '党中央', '国务院', '部级', '中办', '国办']],
  ['省', ['省部级', '省级', '全省', '省委', '省政府', '省']],
  ['市', ['地市级', '市级', '全市', '市委', '市政府', '州级', '市']],
  ['县', ['县区级', '区县级', '县级', '全县', '县委', '县政府', '区级', '全区', '区委', '县', '区']],
  ['镇', ['乡镇级', '镇级', '乡级', '街道级', '全镇', '镇党委', '镇', '乡']],
  ['村', ['村级', '校级', '院级', '系级']],
];
const byLength = levels
  .flatMap(([name, words]) => words.map((word) => ({ name, word })))
  .sort((one, other) => other.word.length - one.word.length);

/** Levels named in a text, in order, each with its words: 省、市级 is 省 and 市. */
export function levelsIn(text: string, start: number): readonly (Words & { readonly level: string })[] {
  const found: (Words & { readonly level: string })[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = byLength.find(({ word }) => text.startsWith(word, at));
    if (level === undefined) continue;
    const span: Span = { start: start + at, end: start + at + level.word.length };
    found.push({ level: level.name, text: level.word, span });
    at += level.word.length - 1;
  }
  return found;
}
