import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { freePort, inFolder, run, startProgram } from './program.js';

jest.setTimeout(120_000);

const started = /http:\/\/127\.0\.0\.1:\d+/;
const start = (folder: string, port: number, ...more: string[]) =>
  run([startProgram, '--data', join(folder, 'data'), '--port', String(port), ...more]);

describe('npm start', () => {
  it('serves the demonstration, names its accounts, stops at Ctrl-C, and starts again on the same data', () =>
    inFolder(async (folder) => {
      const port = await freePort();
      const first = start(folder, port);
      await first.says(started);
      expect(first.printed()).toMatch(/office .*演示|演示账号/s);
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(await page.text()).toContain('<html lang="zh-CN">');
      first.child.kill('SIGINT');
      expect(await first.ended).toBe(0);

      const again = start(folder, port);
      await again.says(started);
      again.child.kill('SIGTERM');
      expect(await again.ended).toBe(0);
    }));

  it('takes over the database of a Heng that was killed', () =>
    inFolder(async (folder) => {
      const port = await freePort();
      const first = start(folder, port);
      await first.says(started);
      first.child.kill('SIGKILL');
      await first.ended;
      const again = start(folder, port);
      await again.says(started);
      again.child.kill('SIGINT');
      expect(await again.ended).toBe(0);
    }));

  it('prints a set-up code and no password for real work, and keeps it apart from the demonstration', () =>
    inFolder(async (folder) => {
      const port = await freePort();
      const real = start(folder, port, '--production');
      await real.says(/set-up code: (?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}/);
      expect(real.printed()).not.toMatch(/demo/);
      real.child.kill('SIGINT');
      expect(await real.ended).toBe(0);
      const demonstration = start(folder, port);
      expect(await demonstration.ended).toBe(1);
      expect(demonstration.printed()).toMatch(/属于正式系统.*real installation/s);
    }));

  it('refuses a second instance on the same data folder', () =>
    inFolder(async (folder) => {
      const first = start(folder, await freePort());
      await first.says(started);
      const second = start(folder, await freePort());
      expect(await second.ended).toBe(1);
      expect(second.printed()).toMatch(/正在使用数据文件夹.*is using the data folder/s);
      first.child.kill('SIGINT');
      expect(await first.ended).toBe(0);
    }));

  it('names a taken port', () =>
    inFolder(async (folder) => {
      const other = createServer();
      const port = await new Promise<number>((resolve) =>
        other.listen(0, '127.0.0.1', () => {
          const address = other.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        }),
      );
      const refused = start(folder, port);
      expect(await refused.ended).toBe(1);
      expect(refused.printed()).toMatch(new RegExp(`端口 ${port} 已被.*Port ${port} is taken`, 's'));
      other.close();
    }));

  it('names a data folder that cannot be made', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const refused = run([startProgram, '--data', join(folder, 'file', 'data'), '--port', '0']);
      expect(await refused.ended).toBe(1);
      expect(refused.printed()).toMatch(/不能写入.*cannot be written/s);
      expect(refused.printed()).not.toMatch(/ {4}at /);
    }));

  it('names an address nobody answers at', async () => {
    const refused = run([
      startProgram,
      '--database-url',
      `postgres://heng@127.0.0.1:${await freePort()}/heng`,
    ]);
    expect(await refused.ended).toBe(1);
    expect(refused.printed()).toMatch(/数据库/);
    expect(refused.printed()).not.toMatch(/ {4}at /);
  });

  it.each([
    [['--port', 'eighty'], /端口“eighty”不对.*is no port/s],
    [['--prot', '80'], /参数不对.*Unknown option/s],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const refused = run([startProgram, ...args]);
    expect(await refused.ended).toBe(1);
    expect(refused.printed()).toMatch(sentence);
    expect(refused.printed()).not.toMatch(/ {4}at /);
  });

  it('answers an old Node with a sentence', async () => {
    const old = run([
      '-e',
      `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require('./start.cjs')`,
    ]);
    expect(await old.ended).toBe(1);
    expect(old.printed()).toMatch(/版本过低.*too old/s);
  });
});
