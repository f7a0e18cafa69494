import fc from 'fast-check';
import { longestClause, readNatural } from './read-natural.js';
import type { Span } from './statement.js';
import { vocabularyWords } from './vocabulary.js';

const words = vocabularyWords().map(({ word }) => word);
const signs = [
  ...'0123456789０．。，、；：（）()[]-—%％+×÷=/\n 分一二三十半百之第每扣加得',
  '90%',
  '1分',
  '0.5分',
  '😀',
  '\ud83d',
];

const scoringText = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs), fc.string({ maxLength: 4 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

/** Every span anywhere in a value. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [value as Span];
  return Object.values(value).flatMap(spansIn);
}

it('any text is read without an error, and every place lies inside it', () => {
  fc.assert(
    fc.property(scoringText, (text) => {
      const reading = readNatural(text, { indicator: text, points: '10' });
      for (const { start, end } of spansIn(reading)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

it('the words of a statement are the words of the text', () => {
  const wordsIn = (value: unknown): readonly { text: string; span: Span }[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'text' in value && 'span' in value ? [value as { text: string; span: Span }] : [];
    return [...own, ...Object.values(value).flatMap(wordsIn)];
  };
  fc.assert(
    fc.property(scoringText, (text) => {
      for (const { text: said, span } of wordsIn(readNatural(text).statements)) {
        expect(text.slice(span.start, span.end)).toContain(said.slice(0, 1));
      }
    }),
    { numRuns: 300 },
  );
});

describe('a text made to be slow', () => {
  /** Processor time, not the clock: other work on the machine is no fault of the reader. */
  function milliseconds(text: string): number {
    const before = process.cpuUsage();
    readNatural(text, { indicator: text, points: '10' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }

  const units = [
    '每少一次扣1分，',
    '省级每次加1分，',
    '扣',
    '扣1-',
    '80%(含',
    '未',
    '1分',
    '得1分、',
    '(((',
    '×10%+',
    '第一次扣1分，',
    '前3名得1分，',
    '一票否决。',
    '达到90%得3分，',
    '百分之',
    '自设最高5分，',
  ];

  it.each(units)('20,000 signs of %s take less than a second, on a busy machine too', (unit) => {
    const text = unit.repeat(Math.ceil(longestClause / unit.length)).slice(0, longestClause);
    const times = Array.from({ length: 5 }, () => milliseconds(text));
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it('beyond its limits a text is told as unread, not left out in silence', () => {
    const text = '每少1次扣1分。'.repeat(4000);
    const { unread, confidence } = readNatural(text);
    expect(unread.at(-1)?.end).toBe(text.length);
    expect(confidence).toBe('unsure');
  });
});
