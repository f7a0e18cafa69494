import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

const currents = new AsyncLocalStorage<{
  readonly dataSource: DataSource;
  readonly manager: EntityManager;
}>();

/** The transaction this call runs in, or null. */
export const currentTransaction = (dataSource: DataSource): EntityManager | null => {
  const current = currents.getStore();
  return current?.dataSource === dataSource ? current.manager : null;
};

/**
 * Runs the work as one transaction. Called inside another one it joins it, so that a service can be used by another service.
 * @throws whatever the work throws, after everything it wrote was rolled back
 */
export function runInTransaction<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  if (currentTransaction(dataSource)) return work();
  return dataSource.transaction((manager) => currents.run({ dataSource, manager }, work));
}

/** The database as the features see it: the current transaction's manager where there is one. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return currentTransaction(this.dataSource) ?? this.dataSource.manager;
  }

  get inTransaction(): boolean {
    return currentTransaction(this.dataSource) !== null;
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return runInTransaction(this.dataSource, work);
  }
}
