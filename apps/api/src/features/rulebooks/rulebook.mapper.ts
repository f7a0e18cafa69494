import type { RuleBookResponse, RuleBookSummary } from '@heng/contracts';
import { lintRuleBook } from '@heng/rules';
import type { RuleBookRow } from './rulebook.entity.js';

export const toRuleBookSummary = (row: Omit<RuleBookRow, 'document'>): RuleBookSummary => ({
  id: row.id,
  key: row.key,
  bookVersion: row.bookVersion,
  title: row.title,
  year: row.year,
  status: row.status,
  hash: row.hash,
  version: row.version,
});

export const toRuleBookResponse = (row: RuleBookRow): RuleBookResponse => ({
  ...toRuleBookSummary(row),
  book: row.document,
  findings: lintRuleBook(row.document).map(({ code, severity, path, message, fix }) => ({
    code,
    severity,
    path,
    message,
    fix,
  })),
});
