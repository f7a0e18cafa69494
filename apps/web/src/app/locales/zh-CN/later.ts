import { comments } from './comments.js';
import { library } from './library.js';
import { whatIf } from './what-if.js';
import { importing } from './import.js';
import { compare } from './compare.js';
import { dryRun } from './dry-run.js';
import { methodForm } from './method-form.js';
import { workshop } from './workshop.js';

/** The words of the pages on which rule books are made: loaded with them, see `later-catalogues.ts`. */
export const later = {
  ...comments,
  ...library,
  ...whatIf,
  ...methodForm,
  ...workshop,
  ...compare,
  ...dryRun,
  ...importing,
};
