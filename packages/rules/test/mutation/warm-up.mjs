/** The engine keeps ln 2 once it has worked it out. It must be the right one: a mutant's would be there for all that follow. */
import { naturalLogarithm } from '../../src/exact/irrational.js';
import { Rational } from '../../src/exact/rational.js';

naturalLogarithm(Rational.integer(2));
