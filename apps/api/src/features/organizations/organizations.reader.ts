import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/index.js';
import { Organization } from './organization.entity.js';

/** Answers other features' questions about the tree. */
@Injectable()
export class OrganizationsReader {
  constructor(private readonly database: Database) {}

  byCode(code: string): Promise<Organization | null> {
    return this.database.manager.findOneBy(Organization, { code });
  }

  byCodes(codes: readonly string[]): Promise<Organization[]> {
    return this.database.manager.findBy(Organization, { code: In([...codes]) });
  }

  /** All units strictly below a path, in the order of their paths. */
  below(path: string, types?: readonly string[]): Promise<Organization[]> {
    const query = this.inSubtrees([path]).andWhere('o.path <> :path', { path });
    if (types) query.andWhere('o.type IN (:...types)', { types });
    return query.orderBy('o.path').getMany();
  }

  /** A page of the units in the given subtrees, in the order of their paths. */
  page(paths: readonly string[], after: string | null, limit: number): Promise<Organization[]> {
    const query = this.inSubtrees(paths);
    if (after !== null) query.andWhere('o.path > :after', { after });
    return query.orderBy('o.path').limit(limit).getMany();
  }

  /** A prefix of a path ended by `/` is the range up to the same text ended by `0`, which an index can answer. */
  private inSubtrees(paths: readonly string[]): SelectQueryBuilder<Organization> {
    const query = this.database.manager.createQueryBuilder(Organization, 'o');
    const ranges = paths.map((path, index) => ({
      sql: `(o.path >= :from${index} AND o.path < :to${index})`,
      parameters: { [`from${index}`]: path, [`to${index}`]: `${path.slice(0, -1)}0` },
    }));
    if (ranges.length === 0) return query.where('false');
    query.where(`(${ranges.map(({ sql }) => sql).join(' OR ')})`);
    return query.setParameters(Object.assign({}, ...ranges.map(({ parameters }) => parameters)));
  }
}
