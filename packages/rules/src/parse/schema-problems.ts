import type { z } from 'zod';
import { mostProblems } from './first-problems.js';
import { pointer, problem, type Problem } from './problem.js';

type Issue = z.core.$ZodIssue;

/** What a schema found, as problems that a person can act on; no more of them are put into words than are ever shown. */
export function schemaProblems(issues: readonly Issue[]): Problem[] {
  const found: Problem[] = [];
  for (const issue of issues) explain(issue, [], found);
  return found;
}

/** Stands for a problem that is counted but not shown. */
const unexplained = problem('NOT_UNDERSTOOD', '', ['略。', 'Left out.'], ['略。', 'Left out.']);

function explain(issue: Issue, above: readonly PropertyKey[], found: Problem[]): void {
  if (found.length > mostProblems) {
    found.push(unexplained);
    return;
  }
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.input !== undefined) {
    const branch = meantBranch(issue.errors);
    if (branch) {
      for (const inner of branch) explain(inner, path, found);
      return;
    }
  }
  found.push(ofIssue(issue, pointer(path)));
}

function ofIssue(issue: Issue, path: string): Problem {
  if (issue.code !== 'invalid_union') return single(issue, path);
  if (issue.input === undefined) return absent(path);
  if ('options' in issue && issue.options !== undefined && issue.options.length > 0)
    return notAllowed(path, issue.options.map(String));
  if (typeof issue.input === 'number' && issue.errors.some(wantsText)) return wrongKind(path, 'string');
  return single(issue, path);
}

/**
 * Of a union's branches the one the author meant: the branch whose own discriminator (method, kind, form) fits, and of
 * several the one with the fewest complaints. Null when no branch fits its discriminator.
 */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => !issues.some(isWrongBranch));
  const sorted = [...fitting].sort((a, b) => a.length - b.length);
  return sorted[0] ?? null;
}

const discriminators = new Set<PropertyKey>(['method', 'kind', 'by']);

function isWrongBranch({ path, code }: Issue): boolean {
  if (path.length === 0) return code === 'invalid_type';
  if (path.length > 1) return false;
  // A branch that is itself split by `form` never looks at the method once the form fits none of its own.
  return path[0] === 'form' ? code === 'invalid_union' : discriminators.has(path[0] ?? '');
}

const wantsText = (branch: readonly Issue[]): boolean =>
  branch.some(
    (issue) => issue.path.length === 0 && issue.code === 'invalid_type' && issue.expected === 'string',
  );

function single(issue: Issue, path: string): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? absent(path) : wrongKind(path, issue.expected);
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, 5).map(shorten).join('、') + (issue.keys.length > 5 ? ' …' : '');
      return problem(
        'UNKNOWN_KEY',
        path,
        [`有不认识的项：${keys}。`, `There are entries that mean nothing here: ${keys}.`],
        ['请删除，或改成正确的名称。', 'Remove them or correct their names.'],
      );
    }
    case 'invalid_value':
      return notAllowed(path, issue.values.map(String));
    case 'too_small':
      return size('TOO_SMALL', path, ['至少', 'at least'], issue);
    case 'too_big':
      return size('TOO_BIG', path, ['至多', 'at most'], issue);
    case 'invalid_format':
      return problem(
        'WRONG_FORM',
        path,
        ['写法不对：' + formOf(issue).zh + '。', `This is not written as expected: ${formOf(issue).en}.`],
        ['请按要求的写法改正。', 'Write it as asked.'],
      );
    default:
      return problem(
        'NOT_UNDERSTOOD',
        path,
        [
          '此处的内容不符合规则书的任何一种写法。',
          'What stands here fits none of the forms that the format knows.',
        ],
        [
          '请检查 method、kind 或 form 的拼写，参照 docs/formats.md。',
          'Check the spelling of method, kind or form; see docs/formats.md.',
        ],
      );
  }
}

const shorten = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const notAllowed = (path: string, allowed: readonly string[]): Problem =>
  problem(
    'NOT_ALLOWED',
    path,
    [`此处只能是：${allowed.join('、')}。`, `Only these are allowed here: ${allowed.join(', ')}.`],
    ['请改成其中之一。', 'Change it to one of them.'],
  );

const absent = (path: string): Problem =>
  problem('ABSENT', path, ['缺少这一项。', 'This entry is missing.'], ['请补上。', 'Add it.']);

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  string: ['文本', 'a text'],
  number: ['数（不加引号）', 'a number without quotes'],
  int: ['整数（不加引号）', 'a whole number without quotes'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  tuple: ['列表', 'a list'],
  object: ['对象', 'an object'],
  record: ['对象', 'an object'],
};

function wrongKind(path: string, expected: string): Problem {
  const [zh, en] = kinds[expected] ?? [expected, expected];
  return problem(
    'WRONG_KIND',
    path,
    [`此处应是${zh}。`, `This must be ${en}.`],
    expected === 'string'
      ? [
          '数也要写成带引号的文本，如 "12.5"，以免被计算机四舍五入。',
          'Numbers too are written as quoted text, "12.5", so that no computer rounds them.',
        ]
      : ['请改成所要求的类型。', 'Change it to that kind.'],
  );
}

function size(
  code: string,
  path: string,
  [zh, en]: readonly [string, string],
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
): Problem {
  const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const [unitZh, unitEn] =
    issue.origin === 'string'
      ? ['个字符', ' characters']
      : issue.origin === 'array'
        ? ['项', ' entries']
        : ['', ''];
  return problem(
    code,
    path,
    [`${zh}${bound}${unitZh}。`, `There must be ${en} ${bound}${unitEn}.`],
    ['请增减后重试。', 'Add or remove, then try again.'],
  );
}

function formOf(issue: Extract<Issue, { code: 'invalid_format' }>): { zh: string; en: string } {
  if (issue.format === 'date') return { zh: '日期应如 "2026-12-31"', en: 'a day such as "2026-12-31"' };
  if (issue.message.includes('decimal'))
    return {
      zh: '应是十进制数的文本，如 "12.5"，整数至多 15 位、小数至多 20 位',
      en: 'a decimal as text such as "12.5", at most 15 digits before and 20 after the dot',
    };
  if (issue.message.includes('identifier'))
    return {
      zh: '应是标识，字母开头，只含字母、数字、- 和 _',
      en: 'an identifier: a letter first, then letters, digits, - and _',
    };
  if (issue.message.includes('exponent'))
    return { zh: '指数的绝对值小于 10，至多两位小数，如 "1.81"', en: issue.message };
  if (issue.message.includes('share')) return { zh: '应是 0 到 1 之间的份额，如 "0.05"', en: issue.message };
  return { zh: '格式不符', en: issue.message };
}
