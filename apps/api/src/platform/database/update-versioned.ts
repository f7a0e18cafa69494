import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm';

/** Somebody else changed the row since it was read. */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';

  /** @param currentVersion of the row as it is now; null when the row is gone */
  constructor(readonly currentVersion: number | null) {
    super(
      currentVersion === null
        ? 'The row is gone.'
        : `The row has been changed meanwhile and is at version ${currentVersion}.`,
    );
  }
}

/**
 * Changes exactly the row that is still at `where.version`, and moves its version on by one.
 * @param where the whole primary key and the version the change was made for
 * @returns the new version
 * @throws StaleVersionError when the row moved on or is gone
 */
export async function updateVersioned<Row extends ObjectLiteral & { version: number }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row> & { version: number },
  set: QueryDeepPartialEntity<Row>,
): Promise<number> {
  const next = where.version + 1;
  const { affected } = await manager.update(entity, where, { ...set, version: next });
  if (affected === 1) return next;
  if (affected !== 0)
    throw new Error(`A versioned write changed ${affected} rows: its condition is not a whole key.`);
  const { version: _, ...key } = where;
  const row = await manager.findOne(entity, { where: key as FindOptionsWhere<Row> });
  throw new StaleVersionError(row?.version ?? null);
}
