import { jest } from '@jest/globals';
import { run } from './program.js';

jest.setTimeout(120_000);

const program = 'scripts/heng.mjs';

it('npm run heng builds, runs and exits 0', async () => {
  const heng = run([program, 'lint', 'default:township']);
  expect(await heng.ended).toBe(0);
  expect(heng.printed()).toMatch(/规则书可以执行。错误 0 条/);
});

it('npm run heng passes the exit code on, and HENG_LANG chooses the language', async () => {
  const heng = run([program, 'lint', 'nowhere.json'], { env: { HENG_LANG: 'en' } });
  expect(await heng.ended).toBe(1);
  expect(heng.printed()).toMatch(/There is no such file/);
  expect(heng.printed()).not.toMatch(/[\u4e00-\u9fff]| {4}at /);
});
