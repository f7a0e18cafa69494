import { nearestName, optionsOf, plainText, type Fact, type Named, type Text } from '@heng/rules';
import type { IToken } from 'chevrotain';
import type { ClauseContext } from './clause-context.js';
import { unreadable, type Span } from './clause-problem.js';
import type { NameNode } from './clause-syntax.js';

export const spanOf = (first: IToken, last: IToken = first): Span => ({
  start: first.startOffset,
  end: (last.endOffset ?? last.startOffset) + 1,
});

/** What stands in 「」, with a doubled 」 as one. */
export const unquoted = (token: IToken): string =>
  token.image.startsWith('「') ? token.image.slice(1, -1).replaceAll('」」', '」') : token.image;

/** Who is meant by the titles of a clause. */
export class NamesOfContext {
  constructor(private readonly context: ClauseContext) {}

  fact(name: NameNode): Fact {
    return this.find(this.context.facts, name, ['数据项', 'fact']);
  }

  indicator(name: NameNode): string {
    return this.find(this.context.indicators, name, ['指标', 'indicator']).id;
  }

  section(name: NameNode): string {
    return this.find(this.context.sections, name, ['小节', 'section']).id;
  }

  /** An option, level, genre or group of a fact. */
  option(fact: Fact, name: NameNode, among: readonly Named[] = optionsOf(fact)): string {
    return this.find(among, name, [`“${fact.title.zh}”的选项`, `option of "${fact.title.en}"`]).id;
  }

  /** A phrase in 「」; in English as it is known, else as it is. */
  phrase(token: IToken): Text {
    const zh = unquoted(token);
    return this.text(zh);
  }

  text(zh: string): Text {
    return { zh, en: this.context.english?.get(zh) ?? zh };
  }

  private find<T extends Named>(
    list: readonly T[],
    { title, mark }: NameNode,
    [zh, en]: readonly [zh: string, en: string],
  ): T {
    const shown = unquoted(title);
    const id = mark?.image.slice(1, -1);
    const alike = list.filter(
      (each) => plainText(each.title.zh) === plainText(shown) && (id === undefined || each.id === id),
    );
    const [found] = alike;
    const place = spanOf(title, mark ?? title);
    if (found === undefined) {
      const near = nearestName(
        shown,
        list.map((each) => each.title.zh),
      );
      return unreadable(
        'UNKNOWN_NAME',
        place,
        [`没有叫“${shown}”的${zh}。`, `There is no ${en} called "${shown}".`],
        near === null
          ? [
              '请写规则书里的名称，或先把它加进规则书。',
              'Use a title of the rule book, or add it there first.',
            ]
          : [`是不是“${near}”？`, `Did you mean "${near}"?`],
      );
    }
    if (alike.length > 1) {
      const ids = alike.map((each) => `〔${each.id}〕`).join('、');
      return unreadable(
        'AMBIGUOUS_NAME',
        place,
        [
          `有 ${alike.length} 个${zh}都叫“${shown}”。`,
          `${alike.length} times there is an ${en} called "${shown}".`,
        ],
        [`请在名称后面写上编号：${ids}。`, `Put its id behind the title: ${ids}.`],
      );
    }
    return found;
  }
}
