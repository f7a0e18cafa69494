import type { Fact, RuleBook } from '@heng/rules';
import type { CatalogueExample } from '@heng/rules/catalogue';

type Unit = CatalogueExample['units'][number];
type Option = { readonly id: string; readonly title: { readonly zh: string } };

/** The facts of a unit as a clerk would say them: 完成例数 7，任务数 10. */
export function factsText(unit: Unit, book: RuleBook): string {
  return Object.entries(unit.facts)
    .map(([id, value]) => {
      const fact = book.facts.find((each) => each.id === id);
      return fact === undefined ? id : `${fact.title.zh} ${valueText(fact, value)}`;
    })
    .join('，');
}

/** The value of one fact in words; in the short or the long form of facts documents. */
export function valueText(fact: Fact, value: unknown): string {
  if (value === null || value === undefined) return '缺';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return fact.kind === 'choice' ? titleOf(fact.options, value) : value;
  if (Array.isArray(value)) return fact.kind === 'panel' ? scoresText(value) : entriesText(fact, value);
  const long = value as Record<string, unknown>;
  if (typeof long['notApplicable'] === 'string') return `不涉及（${long['notApplicable']}）`;
  if ('declared' in long || 'verified' in long) {
    return `自报 ${valueText(fact, long['declared'])}、核定 ${valueText(fact, long['verified'])}`;
  }
  const named: readonly Option[] =
    fact.kind === 'ballots' ? fact.options : fact.kind === 'raters' ? fact.groups : [];
  return Object.entries(long)
    .map(([id, each]) => `${titleOf(named, id)} ${String(each)}`)
    .join('、');
}

const titleOf = (options: readonly Option[], id: string) =>
  options.find((each) => each.id === id)?.title.zh ?? id;

type Score = { readonly judge: string; readonly score: string; readonly recused?: boolean };

/** Many equal scores are counted: 12 个 90、12 个 88. */
function scoresText(list: readonly Score[]): string {
  const scores = list.map(({ judge, score, recused }) =>
    recused === true ? `${judge}回避` : /^评委|^领导|^U\d/.test(judge) ? score : `${judge} ${score}`,
  );
  if (scores.length <= 8) return scores.join('、');
  const counted = new Map<string, number>();
  for (const each of scores) counted.set(each, (counted.get(each) ?? 0) + 1);
  return [...counted].map(([each, count]) => (count === 1 ? each : `${count} 个 ${each}`)).join('、');
}

type Entry = {
  readonly title: string;
  readonly level: string;
  readonly genre?: string;
  readonly matter?: string;
  readonly date?: string;
  readonly authors?: number;
  readonly position?: number;
  readonly amount?: string;
};

function entriesText(fact: Fact, list: readonly Entry[]): string {
  if (list.length === 0) return '无';
  const [levels, genres] = fact.kind === 'records' ? [fact.levels, fact.genres ?? []] : [[], []];
  return list
    .map((entry) => {
      const about = [
        titleOf(levels, entry.level) + (entry.genre === undefined ? '' : titleOf(genres, entry.genre)),
        entry.matter === undefined ? '' : `事项“${entry.matter}”`,
        entry.date ?? '',
        entry.authors === undefined ? '' : `${entry.authors} 家第 ${entry.position ?? 1}`,
        entry.amount ?? '',
      ].filter((word) => word !== '' && word !== entry.title);
      return `${entry.title}${about.length === 0 ? '' : `（${about.join('，')}）`}`;
    })
    .join('；');
}
