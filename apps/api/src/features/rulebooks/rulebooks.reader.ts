import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { compile, type Engine, type RuleBook } from '@heng/rules';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { bookIn } from './read-document.js';
import { RuleBookRow } from './rulebook.entity.js';

const keptEngines = 16;

/** Answers other features' questions about rule books. */
@Injectable()
export class RuleBooksReader {
  /** By hash, so an entry can never be out of date. */
  private readonly engines = new Map<string, Engine>();

  constructor(private readonly database: Database) {}

  byId(id: string): Promise<RuleBookRow | null> {
    return this.database.manager.findOneBy(RuleBookRow, { id });
  }

  /** Whether the issuer has this version of this book, in whatever state. */
  holds(owner: string, key: string, bookVersion: string): Promise<boolean> {
    return this.database.manager.existsBy(RuleBookRow, { owner, key, bookVersion });
  }

  /** The book of a published row. */
  bookOf({ document }: Pick<RuleBookRow, 'document'>): RuleBook {
    return bookIn(document);
  }

  /** What lists show of many books, without their documents. */
  async summaries(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<RuleBookRow, 'id' | 'title' | 'hash'>>> {
    const rows = await this.database.manager.find(RuleBookRow, {
      select: { id: true, title: true, hash: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, title, hash }) => [id, { id, title, hash }]));
  }

  /** The compiled engine of a book that a cycle uses. */
  async engineOf(id: string): Promise<Engine> {
    const [row] = (await this.database.manager.query(`SELECT hash FROM rule_book WHERE id = $1`, [id])) as {
      hash: string;
    }[];
    invariant(row, 'a cycle refers to a rule book that exists');
    const known = this.engines.get(row.hash);
    if (known) return known;
    const book = await this.byId(id);
    invariant(book, 'the book did not vanish');
    const engine = compile(bookIn(book.document));
    this.engines.set(row.hash, engine);
    const [oldest] = this.engines.keys();
    if (this.engines.size > keptEngines && oldest !== undefined) this.engines.delete(oldest);
    return engine;
  }
}
