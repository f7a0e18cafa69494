import { StartupError } from './startup-error.js';
import { systemErrorCode } from './system-error-code.js';

export const platformWithoutBinaries = (platform: string) =>
  new StartupError('PLATFORM_WITHOUT_BINARIES', {
    zh: `本机（${platform}）没有可用的内置 PostgreSQL 程序；请安装 PostgreSQL 15 或更新版本，并用 DATABASE_URL 指明它的地址。`,
    en: `There is no embedded PostgreSQL that runs on this machine (${platform}); install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
  });

export const dataFolderNotWritable = (folder: string, cause: unknown) =>
  new StartupError(
    'DATA_FOLDER_NOT_WRITABLE',
    {
      zh: `数据文件夹 ${folder} 不能写入（${reason(cause)}）；请改用可写的文件夹，或修改它的权限。`,
      en: `The data folder ${folder} cannot be written (${reason(cause)}); choose another folder or change its permissions.`,
    },
    { cause },
  );

export const instanceAlreadyRunning = (folder: string, pid: number) =>
  new StartupError('INSTANCE_ALREADY_RUNNING', {
    zh: `另一个“衡”（进程 ${pid}）正在使用数据文件夹 ${folder}；请先停止它，或换一个数据文件夹。`,
    en: `Another Heng (process ${pid}) is using the data folder ${folder}; stop it first or choose another data folder.`,
  });

export const postgresDidNotStart = (logFile: string, tail: string, cause?: unknown) => {
  const last = tail.replace(/\s+/g, ' ').trim().slice(-600) || '-';
  return new StartupError(
    'POSTGRES_DID_NOT_START',
    {
      zh: `内置 PostgreSQL 没有启动，日志在 ${logFile}，最后几行：${last}`,
      en: `The embedded PostgreSQL did not start; its log is ${logFile}, last lines: ${last}`,
    },
    { cause },
  );
};

export const dataFolderOtherVersion = (folder: string, found: string, expected: string) =>
  new StartupError('DATA_FOLDER_OTHER_VERSION', {
    zh: `数据文件夹 ${folder} 属于 PostgreSQL ${found}，本程序自带 PostgreSQL ${expected}；请用原来的版本导出数据后再升级。`,
    en: `The data folder ${folder} belongs to PostgreSQL ${found} but this program brings PostgreSQL ${expected}; export the data with the old version first.`,
  });

function reason(cause: unknown): string {
  return systemErrorCode(cause) ?? String(cause);
}
