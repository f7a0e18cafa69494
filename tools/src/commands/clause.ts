import { InvalidArgumentError, type Command } from 'commander';
import {
  clauseOf,
  numberText,
  sectionClauseOf,
  type Indicator,
  type Locale,
  type RuleBook,
  type Section,
  type Text,
} from '@heng/rules';
import { wordsOfValue } from '@heng/rules/compare';
import type { Console } from '../console/console.js';
import { localeOf, type Language } from '../console/language.js';
import { defaultBookNames, readBook } from './book-input.js';

type ClauseOptions = { readonly language?: Language };

/** `heng clause`: a rule book as the 细则 that people read, every clause made from the rule that runs. */
export function registerClause(program: Command, console: Console): void {
  program
    .command('clause')
    .description('把规则书写成细则条款 / write a rule book as the clauses that people read')
    .argument('<BOOK>', `规则书 JSON 文件或 / a rule book file or ${defaultBookNames.join(', ')}`)
    .option(
      '--language <zh|en>',
      '条款的语言，默认与 --lang 相同 / language of the clauses, that of --lang by default',
      languageArgument,
    )
    .action(async (given: string, { language = console.language }: ClauseOptions) => {
      const book = await readBook(given);
      console.print(...new Page(book, localeOf(language)).lines());
    });
}

function languageArgument(given: string): Language {
  if (given === 'zh' || given === 'en') return given;
  throw new InvalidArgumentError('Allowed choices are zh, en.');
}

class Page {
  constructor(
    private readonly book: RuleBook,
    private readonly locale: Locale,
  ) {}

  lines(): string[] {
    const { book } = this;
    const { say } = this;
    return [
      this.in(book.title),
      say(
        `${book.issuer.zh}，${book.year} 年，总分 ${book.totalPoints} 分`,
        `${book.issuer.en}, ${book.year}, ${book.totalPoints} points in all`,
      ),
      ...book.sections.flatMap((section) => ['', ...this.section(section, 0)]),
      ...this.vetoes(),
      ...this.grades(),
    ];
  }

  private section(section: Section, depth: number): string[] {
    const indent = '  '.repeat(depth);
    const { say } = this;
    const role = {
      base: '',
      bonus: say('，加分', ', bonus'),
      deduction: say('，减分', ', deduction'),
      derived: say('，只列示、不计入总分', ', shown, in no total'),
    }[section.role];
    const rule = sectionClauseOf(section, this.book, this.locale);
    return [
      say(
        `${indent}${section.id} ${section.title.zh}（${section.points} 分${role}）`,
        `${indent}${section.id} ${section.title.en} (${section.points} points${role})`,
      ),
      ...(rule === null ? [] : [`${indent}  ${rule}`]),
      ...(section.indicators ?? []).flatMap((indicator) => this.indicator(indicator, `${indent}  `)),
      ...(section.sections ?? []).flatMap((part) => this.section(part, depth + 1)),
    ];
  }

  private indicator(indicator: Indicator, indent: string): string[] {
    const { say } = this;
    const points = numberText(indicator.points);
    return [
      say(
        `${indent}${indicator.id} ${indicator.title.zh}（${points} 分，${indicator.scoredBy.zh}）`,
        `${indent}${indicator.id} ${indicator.title.en} (${points} points, ${indicator.scoredBy.en})`,
      ),
      `${indent}  ${clauseOf(indicator, this.book, this.locale)}`,
    ];
  }

  private vetoes(): string[] {
    const { vetoes } = this.book;
    if (vetoes.length === 0) return [];
    return [
      '',
      this.say('否决事项', 'Vetoes'),
      ...vetoes.flatMap(({ title, when, effects }) => [
        `  ${this.in(title)}`,
        this.say(
          `    条件：${this.words('when', when)}；后果：${this.words('effects', effects)}。`,
          `    When: ${this.words('when', when)}. Then: ${this.words('effects', effects)}.`,
        ),
      ]),
    ];
  }

  private grades(): string[] {
    return [
      '',
      this.say('等次', 'Grades'),
      ...this.book.grades.map(({ id: _, title, ...rule }) => {
        const text =
          Object.keys(rule).length === 0 ? this.say('其余单位', 'all others') : this.words('', rule);
        return `  ${this.in(title)}${this.say('：', ': ')}${text}`;
      }),
    ];
  }

  private words = (parameter: string, value: unknown): string =>
    this.in(wordsOfValue(this.book, parameter, value));

  private in = ({ zh, en }: Text): string => this.say(zh, en);

  private say = (zh: string, en: string): string => (this.locale === 'en' ? en : zh);
}
