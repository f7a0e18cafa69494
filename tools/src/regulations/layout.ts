/** What a column of a typed table shows. */
export type Field =
  | 'number'
  | 'section'
  | 'section-points'
  | 'item'
  | 'requirement'
  | 'points'
  | 'standard'
  | 'department'
  | 'evidence'
  | 'remark'
  | 'form'
  | 'nothing';

export type LayoutColumn = {
  readonly heading: string;
  /** A heading over this one and its neighbours of the same group, in a row of its own. */
  readonly group?: string;
  readonly field: Field;
  readonly width: number;
};

/** How a book is typed. Layouts differ on purpose: clerks type the same rules in many ways. */
export type Layout = {
  readonly columns: readonly LayoutColumn[];
  /** A merged cell beside the rows, a row above them, the title in each row, or in the first row only. */
  readonly sections: 'merged' | 'row' | 'repeated' | 'first-row';
  readonly sectionPoints: 'in-title' | 'in-points-column' | 'in-column' | 'none';
  /** Points within the words of the item: 组织建设（10分）. */
  readonly pointsInItem?: boolean;
  /** `1.` before the item where no column counts. */
  readonly numberInItem?: boolean;
  readonly subtotals?: boolean;
  readonly total?: string;
  /** Each sentence of a standard in a row of its own beside a merged item. */
  readonly splitStandards?: boolean;
  /** Headings once more after so many rows, as at a page break. */
  readonly headsAgainAfter?: number;
  /** One table, or one sheet, for each section. */
  readonly apart?: boolean;
  readonly issuerLine?: boolean;
};

/** Rules typed as numbered paragraphs, without a table. */
export type ParagraphLayout = { readonly paragraphs: true; readonly automaticNumbers: boolean };
