import type { DemonstrationLogin, RunningServer } from '@heng/api';

/** Full-width characters take two columns of a console. */
const columns = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

/** What the console shows once the server listens. */
export function announcement(
  { url, setupCode }: RunningServer,
  accounts: readonly DemonstrationLogin[],
  seconds: string,
): string {
  const lines = [
    '',
    `  衡 Heng  ${url}`,
    `  用时 ${seconds} 秒；按 Ctrl-C 停止。  Ready in ${seconds} s; Ctrl-C stops it.`,
  ];
  if (setupCode !== null) {
    lines.push(
      '',
      `  首次设置码 set-up code: ${setupCode}`,
      '  请在 30 分钟内打开上面的网址，用它建立本县和第一个管理员；重新启动会换一个新码。',
      '  Open the address within 30 minutes and use it to set up your county and its first administrator; each start gives a new one.',
    );
  }
  if (accounts.length > 0)
    lines.push(
      '',
      '  演示账号 demonstration accounts（只限演示，数据为演示数据 made-up data）',
      ...table(accounts),
    );
  return `${lines.join('\n')}\n`;
}

function table(accounts: readonly DemonstrationLogin[]): string[] {
  const widths = {
    login: Math.max(...accounts.map(({ login }) => columns(login))),
    password: Math.max(...accounts.map(({ password }) => columns(password))),
  };
  return accounts.map(
    ({ login, password, displayName }) =>
      `    ${padded(login, widths.login)}   ${padded(password, widths.password)}   ${displayName}`,
  );
}
