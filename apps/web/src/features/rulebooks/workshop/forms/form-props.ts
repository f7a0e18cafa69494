import type { RuleBook } from '@heng/rules';

/** What every form of the workshop gets: the document as it stands, finished or not, and how to change it. */
export type FormProps = {
  readonly book: RuleBook;
  /** @param field what is typed into: keystrokes in one field are one step of undoing */
  readonly edit: (book: RuleBook, field: string) => void;
};
