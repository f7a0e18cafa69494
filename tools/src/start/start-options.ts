import { parseArgs } from 'node:util';
import type { DataPlace } from '@heng/api';
import { dataPlace } from '../data-place.js';

export type StartWishes = {
  readonly place: DataPlace;
  readonly mode: 'demonstration' | 'production';
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly web: boolean;
};

export type ReadOptions =
  | { readonly kind: 'start'; readonly wishes: StartWishes }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

const defaultPort = '4000';

/** Reads the command line of `npm start`; environment variables stand in for what is not given. */
export function readStartOptions(args: readonly string[], env = process.env): ReadOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        production: { type: 'boolean', default: false },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'database-url': { type: 'string' },
        secure: { type: 'boolean', default: false },
        'no-web': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { kind: 'refused', sentence: `参数不对：${said}\nUnknown option: ${said}\n\n${startHelp}` };
  }
  if (values.help) return { kind: 'help' };
  const port = values.port ?? env['PORT'] ?? defaultPort;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return {
      kind: 'refused',
      sentence: `端口“${port}”不对，请写 0 到 65535 之间的整数。\n"${port}" is no port: write a whole number from 0 to 65535.`,
    };
  }
  const mode = values.production ? 'production' : 'demonstration';
  return {
    kind: 'start',
    wishes: {
      mode,
      place: dataPlace({ data: values.data, databaseUrl: values['database-url'], mode }, env),
      host: values.host ?? env['HOST'] ?? '127.0.0.1',
      port: Number(port),
      secure: values.secure,
      web: !values['no-web'],
    },
  };
}

export const startHelp = `npm start [-- 选项 options]

  --production           正式使用：空库，首次启动给出一次性设置码（默认装入演示县）
                         real work: an empty database and a one-time set-up code (the default is the demonstration county)
  --port N               端口，默认 4000  port (or PORT)
  --host ADDRESS         监听地址，默认只限本机 127.0.0.1；局域网用 0.0.0.0
                         address to listen on, this machine only by default; 0.0.0.0 for the local network (or HOST)
  --data FOLDER          数据文件夹，默认 data/demonstration 或 data/production  data folder (or HENG_DATA)
  --database-url URL     用现有的 PostgreSQL 15+  an existing PostgreSQL 15+ (or DATABASE_URL)
  --secure               前面有 HTTPS 代理  served over HTTPS by a proxy in front
  --no-web               只提供接口  the API only
`;
