import type { ProblemDetail } from '@heng/contracts';
import { conflict, refused } from '../../platform/errors/index.js';

export const ruleBookInvalid = (problems: readonly ProblemDetail[]) =>
  refused(
    'RULE_BOOK_INVALID',
    {
      zh: '这份规则书有错误，请按所列位置修改。',
      en: 'The rule book has errors. Correct the places listed.',
    },
    problems,
  );

export const ruleBookAlreadyPublished = (title: string) =>
  conflict('RULE_BOOK_ALREADY_PUBLISHED', {
    zh: `《${title}》已经发布，不能再改。请另存为新的草稿。`,
    en: `"${title}" is published and can no longer change. Copy it to a new draft instead.`,
  });

export const ruleBookNotPublishable = (problems: readonly ProblemDetail[]) =>
  conflict(
    'RULE_BOOK_NOT_PUBLISHABLE',
    {
      zh: '检查发现必须先改正的错误，暂不能发布。',
      en: 'The check found errors that must be corrected before publication.',
    },
    problems,
  );

export const ruleBookVersionTaken = (key: string, bookVersion: string) =>
  conflict('RULE_BOOK_VERSION_TAKEN', {
    zh: `规则书 ${key} 的 ${bookVersion} 版已经有了，请换一个版本号。`,
    en: `Version ${bookVersion} of rule book ${key} exists already. Give it another version number.`,
  });
