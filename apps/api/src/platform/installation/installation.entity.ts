import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What this database was made for; a single row. */
@Entity({ name: 'installation' })
export class InstallationRow {
  @PrimaryColumn({ name: 'only_row', type: 'boolean' })
  onlyRow: boolean;

  @Column({ type: 'text' })
  mode: 'demonstration' | 'production';
}
