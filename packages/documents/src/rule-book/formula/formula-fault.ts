/** What is wrong with a formula, thrown by the reader's parts and told by its door. */
export class FormulaFault extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}
