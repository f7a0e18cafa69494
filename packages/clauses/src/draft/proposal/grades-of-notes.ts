import type { Grade, Text } from '@heng/rules';
import { readNatural } from '../../natural/index.js';
import { defaultGrades } from '../default-grades.js';
import { isLess, isSame, product } from '../measure-terms.js';
import type { InputRegulation } from './regulation-input.js';

const names = [
  '基本合格',
  '基本称职',
  '不合格',
  '不称职',
  '优秀',
  '良好',
  '合格',
  '称职',
  '较差',
  '达标',
  '一般',
  '差',
];
const lowest = ['不合格', '不称职', '较差', '差'];

/** The grades that the notes of a document name with their lines, or the usual ones, and a word on which. */
export function gradesOf({ notes }: InputRegulation): {
  readonly grades: readonly Grade[];
  readonly note: Text;
} {
  for (const { text } of notes) {
    const lines = linesIn(text);
    const last = lines[lines.length - 1];
    if (last === undefined || lines.length < 2) continue;
    const grades = lines.map(({ name, atLeast }, at) => ({
      id: `grade-${at + 1}`,
      title: { zh: name, en: english[name] ?? name },
      ...(at < lines.length - 1 && atLeast !== null ? { atLeast } : {}),
    }));
    return {
      grades,
      note: {
        zh: `等次取自备注：“${text.slice(0, 100)}”。分界值归上一等次。`,
        en: `Grades are those of the note “${text.slice(0, 100)}”; a line belongs to the better grade.`,
      },
    };
  }
  return {
    grades: defaultGrades,
    note: {
      zh: '原文没有等次，暂按总分的 90% 为优秀、80% 为良好、60% 为合格，其余不合格。',
      en: 'The document has no grades; for now excellent from 90% of the total, good from 80%, qualified from 60%.',
    },
  };
}

/** The usual lines are those of a hundred points; of another total the same share. A book that only adds has no lines. */
export function fittedTo(totalPoints: string, grades: readonly Grade[], hasVetoes: boolean): Grade[] {
  if (grades !== defaultGrades) return [...grades];
  // Vetoes point at grades: these stay then, and only a veto keeps from the best.
  if (isSame(totalPoints, '0') && hasVetoes)
    return grades.map(({ id, title }, at) => ({ id, title, ...(at === 0 ? { withoutVeto: true } : {}) }));
  if (isSame(totalPoints, '0'))
    return grades.slice(-1).map((grade) => ({ ...grade, title: { zh: '不分等次', en: 'No grades' } }));
  return grades.map((grade) =>
    grade.atLeast === undefined
      ? grade
      : { ...grade, atLeast: product(product(grade.atLeast, '0.01'), totalPoints) },
  );
}

type Line = { readonly name: string; readonly atLeast: string | null };

/** 80以上合格，60—80基本合格，60以下不合格: from best to worst; empty where it does not make a ladder. */
function linesIn(text: string): Line[] {
  const isGrading =
    readNatural(text).statements.some(({ kind }) => kind === 'grades' || kind === 'tiers') ||
    names.filter((name) => text.includes(name)).length >= 2;
  if (!isGrading) return [];
  const found = text
    .normalize('NFKC')
    .split(/[,，;；、。]/u)
    .flatMap((part): Line[] => {
      const name = names.find((each) => part.includes(each));
      if (name === undefined) return [];
      const range = /(\d+(?:\.\d+)?)\s*分?\s*(?:\(不?含\))?\s*[—\-–~～至到]+\s*(\d+(?:\.\d+)?)/u.exec(part);
      const below = /(\d+(?:\.\d+)?)\s*分?\s*(?:\(不含\))?\s*(?:以下|及以下)/u.exec(part);
      const from = /(\d+(?:\.\d+)?)\s*分?\s*(?:\(含\))?\s*(?:以上|及以上)/u.exec(part);
      const atLeast = range?.[1] ?? (below === null ? (from?.[1] ?? null) : null);
      return range === null && below === null && from === null ? [] : [{ name, atLeast }];
    });
  const last = found[found.length - 1];
  const falls = found.every(({ atLeast }, at) => {
    const next = found[at + 1];
    return (
      next === undefined || (atLeast !== null && (next.atLeast === null || isLess(next.atLeast, atLeast)))
    );
  });
  const isClosed = last !== undefined && last.atLeast === null && lowest.includes(last.name);
  return falls && isClosed && new Set(found.map(({ name }) => name)).size === found.length ? found : [];
}

const english: Readonly<Record<string, string>> = {
  优秀: 'Excellent',
  良好: 'Good',
  合格: 'Qualified',
  称职: 'Competent',
  基本合格: 'Basically qualified',
  基本称职: 'Basically competent',
  不合格: 'Unqualified',
  不称职: 'Not competent',
  较差: 'Poor',
  达标: 'Up to standard',
  一般: 'Average',
  差: 'Poor',
};
