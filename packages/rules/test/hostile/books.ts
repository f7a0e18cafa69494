import staffing from '../../cases/rulebooks/anon-city-staffing-district.json' with { type: 'json' };
import fuchun from '../../cases/rulebooks/fuchun-street-community-routine.json' with { type: 'json' };
import hncu from '../../cases/rulebooks/hncu-youth-league.json' with { type: 'json' };
import knownErrors from '../../cases/rulebooks/known-errors.json' with { type: 'json' };
import meilong from '../../cases/rulebooks/meilong-union-assessment.json' with { type: 'json' };
import ruian from '../../cases/rulebooks/ruian-2012-township-cadre.json' with { type: 'json' };
import shicheng from '../../cases/rulebooks/shicheng-2018-river-township.json' with { type: 'json' };
import cadre from '../../cases/rulebooks/template-cadre-quantified-evaluation.json' with { type: 'json' };
import information from '../../cases/rulebooks/template-union-information-points.json' with { type: 'json' };
import tongren from '../../cases/rulebooks/tongren-2012-women-federation.json' with { type: 'json' };
import wenshang from '../../cases/rulebooks/wenshang-2012-women-post.json' with { type: 'json' };
import { defaultRuleBooks } from '../../src/books/default-rule-books.js';
import { smallBook } from '../small-book.js';

/** The books that hostile ones are made from: the default books, the small book, ten real ones, and some with errors. */
export const healthyBooks: readonly unknown[] = [
  smallBook(),
  ...Object.values(defaultRuleBooks),
  staffing,
  fuchun,
  hncu,
  meilong,
  ruian,
  shicheng,
  cadre,
  information,
  tongren,
  wenshang,
  ...knownErrors.cases.map(({ book }) => book),
].map((book): unknown => JSON.parse(JSON.stringify(book)));
