import type { Comparison } from '@heng/clauses';
import type { Console } from '../console/console.js';

/** What differs between a reading and the labels; nothing of an exact reading that asks no more than it should. */
export function printDifferences(console: Console, comparison: Comparison) {
  const { clause, reading, verdict, isSilent } = comparison;
  const lines = [
    line('families missing', comparison.missingFamilies),
    line('families added', comparison.addedFamilies),
    line('numbers missing', comparison.missingNumbers),
    line('numbers added', comparison.addedNumbers),
    line('ambiguities missing', comparison.missingAmbiguities),
    line('ambiguities added', comparison.addedAmbiguities),
    line(
      'unread',
      reading.unread.map(({ start, end }) => clause.text.slice(start, end)),
    ),
  ].filter((text) => text !== null);
  if (verdict === 'exact' && lines.length === 0) return;
  const uncertain = clause.uncertain === true ? ' (uncertain)' : '';
  console.print('', `${clause.id} ${verdict}${isSilent ? ' SILENT' : ''} ${reading.confidence}${uncertain}`);
  console.print(`  ${clause.text}`, ...lines);
}

const line = (name: string, items: readonly string[]): string | null =>
  items.length === 0 ? null : `  ${name}: ${items.join(', ')}`;
