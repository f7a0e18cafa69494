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

export const ruleBookNotReviewed = (title: string) =>
  conflict('RULE_BOOK_NOT_REVIEWED', {
    zh: `《${title}》还没有审核。请先审核，再发布。`,
    en: `"${title}" has not been reviewed. Review it first, then publish.`,
  });

export const ruleBookNotAmendable = (title: string) =>
  conflict('RULE_BOOK_NOT_AMENDABLE', {
    zh: `《${title}》还没有发布，或已被另一份修订稿取代，不能在它上面修订。`,
    en: `"${title}" is not published, or another amendment has replaced it already.`,
  });

export const amendmentNotInForceAsSaid = (said: string, written: string) =>
  conflict('AMENDMENT_DATE_DIFFERS', {
    zh: `修订时说明自 ${said} 起施行，规则书里写的是 ${written}。请改成一致。`,
    en: `The amendment was said to be in force from ${said}; the book says ${written}. Make them the same.`,
  });
