import type { DataSource, QueryRunner } from 'typeorm';
import { currentTransaction } from './database.js';

/**
 * Makes it an error to use the plain data source inside a transaction: such a statement runs on another connection, so it
 * neither sees nor belongs to the transaction, and with a small pool it waits for itself.
 */
export function guardPool(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode): QueryRunner => {
    if (currentTransaction(dataSource))
      throw new PoolUsedInTransaction(
        'The data source was used inside a transaction. Use database.manager, which is the transaction there.',
      );
    return create(mode);
  };
}

export class PoolUsedInTransaction extends Error {
  override readonly name = 'PoolUsedInTransaction';
}
