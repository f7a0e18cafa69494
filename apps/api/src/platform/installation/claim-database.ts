import type { Database } from '../database/index.js';
import { StartupError } from '../postgres/index.js';
import { InstallationRow } from './installation.entity.js';

/**
 * Marks a new database as a demonstration or a real installation, for good: the passwords of a demonstration are printed
 * in its manual, and made-up scores must never stand among real ones.
 * @throws StartupError OTHER_MODE when the database was made for the other mode
 */
export async function claimDatabase(database: Database, mode: InstallationRow['mode']): Promise<void> {
  await database.manager
    .createQueryBuilder()
    .insert()
    .into(InstallationRow)
    .values({ onlyRow: true, mode })
    .orIgnore()
    .execute();
  const row = await database.manager.findOneByOrFail(InstallationRow, { onlyRow: true });
  if (row.mode !== mode) throw otherMode(row.mode);
}

const otherMode = (made: InstallationRow['mode']) =>
  made === 'demonstration'
    ? new StartupError('OTHER_MODE', {
        zh: '这个数据库里是演示数据，密码是公开的，不能用作正式系统。请换一个数据文件夹（--data）或数据库。',
        en: 'This database holds the demonstration, whose passwords are public. Choose another data folder (--data) or database for real work.',
      })
    : new StartupError('OTHER_MODE', {
        zh: '这个数据库属于正式系统，不能装入演示数据。请加 --production 启动，或换一个数据文件夹（--data）。',
        en: 'This database belongs to a real installation and takes no demonstration. Start with --production or choose another data folder (--data).',
      });
