import { describeSteps, indicatorsOf, type RuleBook } from '@heng/rules';
import type { CatalogueExample } from '@heng/rules/catalogue';
import type { Assessed } from './checked-run.js';
import { isPlain } from './clause-rows.js';
import { row } from './markdown.js';
import { titleOf, toldUnits } from './told-units.js';

/** The steps of the first units, computed now, in both languages. */
export function stepsTable(example: CatalogueExample, run: Assessed): string[] {
  const { book, assessment } = run;
  const units = toldUnits(example).slice(0, 2);
  const indicators = indicatorsOf(book).map(({ indicator }) => indicator.id);
  const isSingle = indicators.length === 1 && book.grades.length === 1 && book.cohorts.by === 'all';
  const lines = units.flatMap(({ code }) => {
    const ofUnit = assessment.units.find((unit) => unit.code === code)?.indicators ?? [];
    const plain = new Set(
      indicatorsOf(book).flatMap(({ indicator }) => (!isSingle && isPlain(indicator) ? [indicator.id] : [])),
    );
    const telling = ofUnit.filter(({ id, state }) => state !== 'scored' || !plain.has(id));
    const own = telling.map(({ id }) => ({
      told: assessment.explain(code, id),
      name: isSingle ? '' : titleOf(book, id),
    }));
    const combined = sectionsThatCombine(book.sections).map((id) => ({
      told: assessment.explainSection(code, id),
      name: titleOf(book, id),
    }));
    const total = isSingle ? [] : [{ told: totalOf(code, run), name: '总分' }];
    return [...own, ...combined, ...total].flatMap(({ told, name }) => {
      const english = describeSteps(told, book, 'en');
      return describeSteps(told, book, 'zh-CN').map((chinese, index) =>
        row(`${code}${name === '' ? '' : ` ${name}`}`, chinese, english[index] ?? ''),
      );
    });
  });
  return ['| 步骤 steps | 中文 | English |', '|---|---|---|', ...lines];
}

/** The total of a unit without what says nothing here: the place of a single unit, the grade where there are no grades. */
function totalOf(code: string, { assessment, book }: Assessed) {
  const told = assessment.explainTotal(code);
  const rank = told.steps.findIndex((step) => step.code === 'rank');
  if (rank < 0 || book.grades.length > 1) return told;
  const end = assessment.units.length > 1 ? rank + 1 : rank;
  return { ...told, steps: told.steps.slice(0, end) };
}

/** Sections whose parts are not simply added, or that stand in no total: those have something to explain. */
function sectionsThatCombine(sections: RuleBook['sections']): string[] {
  return sections.flatMap((section) => [
    ...(section.combine !== undefined || section.role === 'derived' ? [section.id] : []),
    ...sectionsThatCombine(section.sections ?? []),
  ]);
}
