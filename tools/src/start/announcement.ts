import type { DemonstrationCounty, RunningServer } from '@heng/api';

/** What the console shows once the server listens. */
export function announcement(
  { url, setupCode }: RunningServer,
  county: DemonstrationCounty | null,
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
  if (county !== null) {
    lines.push(
      '',
      '  演示账号 demonstration accounts（只限演示，数据为演示数据 made-up data）',
      ...accountLines(county),
    );
  }
  return `${lines.join('\n')}\n`;
}

function accountLines({ accounts, organizations }: DemonstrationCounty): string[] {
  const names = new Map(organizations.map(({ code, name }) => [code, name]));
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const logins = width(accounts.map(({ login }) => login));
  const passwords = width(accounts.map(({ password }) => password));
  return accounts.map(({ login, password, appointments: [appointment] }) => {
    const place = appointment
      ? `${appointment.role} · ${names.get(appointment.unit) ?? appointment.unit}${appointment.department === null ? '' : ` ${appointment.department}`}`
      : '';
    return `    ${login.padEnd(logins)}   ${password.padEnd(passwords)}   ${place}`;
  });
}
