/** Where something stands in a document; `address` is the same each time that the document is read. */
export type InputPlace = { readonly address: string };

/** One scored line of a 细则. */
export type InputRow = {
  readonly number: string | null;
  readonly item: string;
  readonly requirement: string | null;
  readonly points: string | null;
  readonly standard: string | null;
  readonly department: string | null;
  readonly evidence: string | null;
  readonly remark: string | null;
  readonly place: InputPlace;
};

export type InputSection = {
  readonly title: string;
  readonly points: string | null;
  readonly role: 'base' | 'bonus' | 'deduction' | 'veto';
  readonly rows: readonly InputRow[];
  readonly sections: readonly InputSection[];
  readonly place: InputPlace;
};

/** What a rule book is proposed from: an ordinary 细则 as plain data. The readers of documents give this and more. */
export type InputRegulation = {
  readonly title: string | null;
  readonly year: number | null;
  readonly issuer: string | null;
  readonly total: { readonly points: string } | null;
  readonly sections: readonly InputSection[];
  readonly notes: readonly { readonly text: string; readonly place: InputPlace }[];
};

export const inputRowsOf = (section: InputSection): readonly InputRow[] => [
  ...section.rows,
  ...section.sections.flatMap(inputRowsOf),
];
