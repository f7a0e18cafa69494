import { Rational, sum } from '../../exact/rational.js';
import type { Indicator } from '../../format/indicator.js';
import type { Grade, Section } from '../../format/rule-book.js';
import { valueAt } from './edit.js';
import { above, fix, indicatorPath, remove, set } from './fix-parts.js';
import type { FixRule } from './fixes-for.js';

/** Ways out of what the linter finds, by the code of the finding. */
export const findingFixes: Readonly<Record<string, FixRule>> = {
  NOT_APPLICABLE_WITHOUT_POLICY: (_book, path) => {
    const indicator = indicatorPath(path);
    if (indicator === null) return [];
    const at = `${indicator}/notApplicable`;
    return [
      fix('不涉及的剔除并折算', 'Leave it out and convert', set(at, { policy: 'exclude' })),
      fix('不涉及的得满分', 'Give full points', set(at, { policy: 'full' })),
      fix('不涉及的得 0 分', 'Give 0 points', set(at, { policy: 'zero' })),
    ];
  },
  ZERO_DENOMINATOR: (book, path) => {
    const at = indicatorPath(path);
    if (at === null) return [];
    const has = (valueAt(book, at) as Indicator).notApplicable !== undefined;
    return [
      fix(
        '分母为 0 时算不涉及，剔除折算',
        'Zero is not applicable, left out',
        set(path, 'not-applicable'),
        ...(has ? [] : [set(`${at}/notApplicable`, { policy: 'exclude' })]),
      ),
      fix('分母为 0 时按 0 计', 'Zero counts as 0', set(path, { value: '0' })),
    ];
  },
  PARTS_MISMATCH: (book, path) => {
    const at = indicatorPath(path);
    if (at === null) return [];
    const { score } = valueAt(book, at) as Indicator;
    const worth =
      score.method === 'checklist' ? score.items : score.method === 'tally' ? score.terms : ([] as const);
    const total = sum(worth.map(({ points }) => Rational.parse(points).magnitude())).toText();
    return [
      fix(
        `指标分值改为 ${total} 分`,
        `Make the indicator worth ${total}`,
        set(`${at}/points`, total),
        // What starts at the full points goes on doing so.
        ...(score.method === 'tally' && score.base !== '0' ? [set(`${at}/score/base`, total)] : []),
      ),
    ];
  },
  POINTS_OVER_SECTION: (book, path) => {
    const section = valueAt(book, above(path, 3)) as Section;
    const limit = Rational.parse((section.role === 'bonus' ? section.cap : section.floor) ?? section.points)
      .magnitude()
      .toText();
    const lower = Rational.parse(valueAt(book, path) as string).compare(Rational.parse(limit)) > 0;
    return lower ? [fix(`分值改为 ${limit} 分`, `Make it worth ${limit}`, set(path, limit))] : [];
  },
  UNCAPPED_BONUS: (_book, path) => [
    fix('去掉这个封顶，以分值为限', 'Remove the cap: its points are the limit', remove(path)),
  ],
  UNCAPPED_DEDUCTION: (_book, path) => [
    fix('去掉这个下限，以分值为限', 'Remove the floor: its points are the limit', remove(path)),
  ],
  UNREACHABLE_POINTS: (_book, path) =>
    path.endsWith('/cap') ? [fix('去掉封顶', 'Remove the cap', remove(path))] : [],
  QUOTA_NO_PLACE: (_book, path) => [fix('至少 1 个名额', 'At least one place', set(`${path}/minimum`, 1))],
  QUOTA_MINIMUM_OVER_COUNT: (book, path) => {
    const { count } = valueAt(book, above(path)) as NonNullable<Grade['quota']>;
    return count === undefined ? [] : [fix(`改为 ${count}`, `Make it ${count}`, set(path, count))];
  },
  QUOTA_WITHOUT_LINE: (book, path) => {
    const index = Number.parseInt(path.split('/').slice(-1).join(''), 10);
    const below = book.grades
      .slice(index + 1)
      .find(({ atLeast, atMost }) => (atLeast ?? atMost) !== undefined);
    if (below === undefined) return [];
    const key = below.atLeast === undefined ? 'atMost' : 'atLeast';
    const line = below[key] ?? '';
    // Lines have to rise from grade to grade; one more than the next keeps them apart.
    const better = Rational.parse(line)
      .plus(Rational.integer(key === 'atLeast' ? 1 : -1))
      .toText();
    return [fix(`加一条 ${better} 的线`, `Give it the line ${better}`, set(`${path}/${key}`, better))];
  },
  LINES_AGAINST_RANKING: (book, path) => {
    const wrong = path.endsWith('/atLeast') ? 'atLeast' : 'atMost';
    const right = wrong === 'atLeast' ? 'atMost' : 'atLeast';
    const edits = book.grades.flatMap((grade, index) => {
      const line = grade[wrong];
      return line === undefined
        ? []
        : [remove(`/grades/${index}/${wrong}`), set(`/grades/${index}/${right}`, line)];
    });
    // Turned round, the lines must still go one way; where they do not, the author has to think.
    const lines = book.grades.flatMap((grade) => grade[wrong] ?? []).map((line) => Rational.parse(line));
    const goesOn = lines.every((line, index) => {
      const next = lines[index + 1];
      return next === undefined || (right === 'atLeast' ? line.compare(next) > 0 : line.compare(next) < 0);
    });
    const [zh, en] = right === 'atLeast' ? ['都改为下限', 'lower limits'] : ['都改为上限', 'upper limits'];
    return goesOn ? [fix(zh, `Make all lines ${en}`, ...edits)] : [];
  },
  COUNT_BACK_UNEQUAL: (_book, path) => [
    fix('改为比名次', 'Compare places', set(`${above(path)}/by`, 'places')),
  ],
  APPLIES_TO_NOBODY: (book, path) => {
    const at = above(path);
    const { types: _, ...others } = valueAt(book, at) as NonNullable<Indicator['appliesTo']>;
    const edit = Object.keys(others).length === 0 ? remove(at) : remove(path);
    return [fix('改为适用于所有单位', 'Let it apply to all units', edit)];
  },
  UNREAD_FACT: (_book, path) => [fix('删去这个事实', 'Remove the fact', remove(path))],
  DERIVED_UNREAD: (_book, path) => [fix('删去这一类', 'Remove the section', remove(path))],
};
