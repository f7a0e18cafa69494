import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountsImporter } from '../features/accounts/index.js';
import { CyclesImporter } from '../features/cycles/index.js';
import { OrganizationsImporter, OrganizationsReader } from '../features/organizations/index.js';
import { PublicationService } from '../features/results/index.js';
import { RuleBooksImporter } from '../features/rulebooks/index.js';
import { WorksheetsImporter } from '../features/worksheets/index.js';
import type { Actor } from '../platform/audit/index.js';
import { Database } from '../platform/database/index.js';
import type { DemonstrationCounty, DemonstrationCycle } from './demonstration-county.js';

const actor: Actor = { accountId: null, displayName: '演示数据 demonstration' };

/** Puts a generated county into the database, in one transaction. What is there already is left alone. */
@Injectable()
export class DemonstrationLoader {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationsImporter,
    private readonly organizationsReader: OrganizationsReader,
    private readonly accounts: AccountsImporter,
    private readonly rulebooks: RuleBooksImporter,
    private readonly cycles: CyclesImporter,
    private readonly worksheets: WorksheetsImporter,
    private readonly publications: PublicationService,
  ) {}

  /** @returns how many things were added, 0 when everything was there */
  async load(county: DemonstrationCounty): Promise<number> {
    const known = await this.accounts.knownLogins();
    const logins = county.accounts.filter(({ login }) => !known.has(login.toLowerCase()));
    const hashes = await this.accounts.hashAll(logins.map(({ password }) => password));
    return this.database.transaction(async () => {
      const present = new Set(
        (await this.organizationsReader.byCodes(county.organizations.map(({ code }) => code))).map(
          ({ code }) => code,
        ),
      );
      const organizations = county.organizations.filter(({ code }) => !present.has(code));
      await this.organizations.add(actor, organizations);
      await this.accounts.add(
        actor,
        logins.map(({ login, password, displayName, appointments }) => ({
          id: randomUUID(),
          login,
          displayName,
          passwordHash: hashes.get(password) ?? '',
          mustChangePassword: false,
          appointments,
        })),
      );
      const cycles = await this.loadCycles(county);
      return organizations.length + logins.length + cycles;
    });
  }

  private async loadCycles({ cycles, label }: DemonstrationCounty): Promise<number> {
    const ids = new Map<string, string>();
    let added = 0;
    for (const input of cycles) {
      const present = await this.cycles.find(input.owner, input.title);
      const id = present?.id ?? (await this.loadCycle(input, label, ids));
      if (present === null) added += 1;
      ids.set(input.key, id);
    }
    return added;
  }

  private async loadCycle(
    input: DemonstrationCycle,
    label: DemonstrationCounty['label'],
    ids: ReadonlyMap<string, string>,
  ): Promise<string> {
    const { title, year, owner, stage } = input;
    const ruleBookId = await this.rulebooks.add(actor, owner, input.book, 'published');
    const units = await this.organizationsReader.byCodes(input.units);
    const previousCycleId = input.previousKey === undefined ? null : (ids.get(input.previousKey) ?? null);
    const cycle = await this.cycles.add(
      actor,
      { title, year, stage, owner, ruleBookId, previousCycleId, dataLabel: label, deadline: null },
      units,
    );
    await this.worksheets.add(actor, cycle, input.facts);
    if (stage === 'published' || stage === 'archived') {
      await this.publications.seal(
        actor,
        cycle,
        '演示数据，由装载程序封存 sealed by the loader of the demonstration',
      );
    }
    return cycle.id;
  }
}
