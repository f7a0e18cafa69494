import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  constructor(readonly dataSource: DataSource) {}
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }
  get inTransaction(): boolean {
    return this.current.getStore() !== undefined;
  }
  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return this.dataSource.transaction((manager) => this.current.run(manager, work));
  }
}
