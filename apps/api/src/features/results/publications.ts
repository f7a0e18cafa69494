import { Injectable } from '@nestjs/common';
import { compile, type ExplainableAssessment } from '@heng/rules';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import type { Cycle } from '../cycles/index.js';
import { Publication } from './publication.entity.js';
import type { SealedPackage } from './sealed-package.js';

const kept = 4;

/** A sealed publication opened for reading. */
export type OpenedPublication = {
  readonly sealed: SealedPackage;
  /** Recomputed from the sealed inputs, to explain what was sealed. */
  readonly assessment: ExplainableAssessment;
};

/** Reads sealed publications. They never change, so an opened one can be kept. */
@Injectable()
export class Publications {
  private readonly opened = new Map<string, OpenedPublication>();

  constructor(private readonly database: Database) {}

  /** The latest publication without its package; null before publication. */
  async latest({ regionId, id }: Cycle): Promise<Omit<Publication, 'package'> | null> {
    const [row] = await this.database.manager.find(Publication, {
      select: {
        regionId: true,
        cycleId: true,
        number: true,
        publishedAt: true,
        publishedBy: true,
        publishedByName: true,
        packageHash: true,
        bookHash: true,
        engine: true,
        overrideReason: true,
      },
      where: { regionId, cycleId: id },
      order: { number: 'DESC' },
      take: 1,
    });
    return row ?? null;
  }

  /** The sealed text of the latest publication; null before publication. */
  async packageText({ regionId, id }: Cycle): Promise<string | null> {
    const [row] = await this.database.manager.find(Publication, {
      select: { regionId: true, cycleId: true, number: true, package: true },
      where: { regionId, cycleId: id },
      order: { number: 'DESC' },
      take: 1,
    });
    return row?.package ?? null;
  }

  async open(cycle: Cycle): Promise<OpenedPublication> {
    const latest = await this.latest(cycle);
    invariant(latest, 'a published cycle has a publication');
    const known = this.opened.get(latest.packageHash);
    if (known) return known;
    const text = await this.packageText(cycle);
    invariant(text, 'a publication has its package');
    const sealed = JSON.parse(text) as SealedPackage; // our own canonical JSON, written by sealPackage
    const previous = sealed.previous?.units;
    const assessment = compile(sealed.ruleBook).assess(sealed.facts.units, {
      basis: sealed.results.basis,
      ...(previous ? { previous } : {}),
    });
    const opened = { sealed, assessment };
    this.opened.set(latest.packageHash, opened);
    const [oldest] = this.opened.keys();
    if (this.opened.size > kept && oldest !== undefined) this.opened.delete(oldest);
    return opened;
  }
}
