import { Rational } from '@heng/rules';
import { dryRun } from '@heng/rules/compare';
import { csvText } from './csv-text.js';
import { aDraft, lastYear } from '../../../../test/small-trial.js';
import { unitsCsv } from './trial-csv.js';

describe('the table of a dry run', () => {
  const words = {
    text: ({ zh }: { zh: string }) => zh,
    column: (name: string) => name,
    source: (source: { kind: string }) => source.kind,
  };

  it('has a row for each unit whose parts add up to the move of its total', () => {
    const rows = unitsCsv(dryRun(aDraft, lastYear), words)
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n')
      .map((row) => row.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
    const [head = [], ...units] = rows;
    expect(units.length).toBe(3);
    const by = head.indexOf('by');
    for (const row of units) {
      const parts = row.slice(head.indexOf('grade') + 1);
      const sum = parts.reduce((so, part) => so.plus(Rational.parse(part)), Rational.zero);
      expect(sum.toText()).toBe(row[by]);
    }
  });

  it('lets no spreadsheet take a text for a formula, and leaves numbers numbers', () => {
    expect(csvText([['=1+1', '-1.5', '+86', 'a"b', '@x']])).toBe(
      '\uFEFF"\'=1+1","-1.5","\'+86","a""b","\'@x"\r\n',
    );
  });
});
