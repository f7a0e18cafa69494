import { refusalOf } from './server-check.js';

const good = {
  server_version_num: '150000',
  server_encoding: 'UTF8',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};
const codeFor = (changes: Readonly<Record<string, string>>) =>
  refusalOf(new Map(Object.entries({ ...good, ...changes })))?.code ?? null;

it.each([
  [{}, null],
  [{ server_version_num: '180004' }, null],
  [{ synchronous_commit: 'remote_apply' }, null],
  [{ server_version_num: '140099' }, 'DATABASE_TOO_OLD'],
  [{ fsync: 'off' }, 'DATABASE_NOT_DURABLE'],
  [{ synchronous_commit: 'off' }, 'DATABASE_NOT_DURABLE'],
  [{ full_page_writes: 'off' }, 'DATABASE_NOT_DURABLE'],
  [{ server_encoding: 'SQL_ASCII' }, 'DATABASE_NOT_UTF8'],
])('a server with %j is answered with %s', (changes, code) => {
  expect(codeFor(changes)).toBe(code);
});

it('a server that hides a setting is not taken for safe', () => {
  expect(refusalOf(new Map([['server_version_num', '180004']]))?.code).toBe('DATABASE_NOT_DURABLE');
});
