import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { proposeRuleBook, type Proposal, type ProposalFigures } from '@heng/clauses';
import { readRegulation } from '@heng/documents';
import { lintRuleBook } from '@heng/rules';

export type BookFigures = {
  readonly name: string;
  readonly figures: ProposalFigures;
  /** What is in the book with every usual answer taken; null where there is none. */
  readonly proposal: Proposal;
  readonly lintErrors: readonly string[];
};

/** Proposes a rule book from every document of a folder, with the usual answer to every question. */
export async function figuresOfBooks(folder: string): Promise<readonly BookFigures[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:xlsx|docx)$/u.test(name)).sort();
  const figures: BookFigures[] = [];
  for (const name of names) {
    const read = await readRegulation(new Uint8Array(await readFile(join(folder, name))), name);
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
    const proposal = proposeRuleBook(read.regulation, {}, { suggestions: 'take' });
    const { book } = proposal;
    const findings = book === null ? [] : lintRuleBook(book);
    const lintErrors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    figures.push({ name, figures: proposal.figures, proposal, lintErrors });
  }
  return figures;
}
