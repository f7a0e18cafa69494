import { methodForm as english } from '../../../app/locales/en/method-form.js';
import { methodForm as chinese } from '../../../app/locales/zh-CN/method-form.js';
import { allMethods } from './schema-shape.js';
import { placesToName } from './schema-words.js';
import { fieldKey, wordKey } from './use-schema-words.js';

describe.each([
  ['Chinese', chinese.methodForm],
  ['English', english.methodForm],
])('the %s words of the rule format', (_language, words) => {
  const exists = (key: string): boolean => {
    const [, part, ...rest] = key.split('.');
    return rest.join('.') in (words as unknown as Record<string, object>)[part ?? '']!;
  };
  const { fields, words: choices } = placesToName();

  it('name every field of the fourteen methods, of every measure, of finish and policies', () => {
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter((path) => fieldKey(path, exists) === null)).toEqual([]);
  });

  it('name every choice', () => {
    const unnamed = choices.filter((place) => {
      const [path = '', choice = ''] = place.split('=');
      return wordKey(path, choice, exists) === null;
    });
    expect(choices.length).toBeGreaterThan(150);
    expect(unnamed).toEqual([]);
  });

  it('say every method as a sentence with blanks', () => {
    for (const method of allMethods)
      expect(words.method[method as keyof typeof words.method].sentence).toMatch(/\[[^\]]+\]/);
  });
});
