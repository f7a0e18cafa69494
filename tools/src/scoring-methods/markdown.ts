const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
/** A row of a table; what would end a cell is escaped. */
export const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
