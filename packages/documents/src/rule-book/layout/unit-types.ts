import { unitTypeNames, unitTypeOf } from '../../facts/unit-type-names.js';
import { value, type CellCodec } from '../cells/cell-codec.js';
import { partsOf } from '../cells/references.js';

/** Unit types by their Chinese names or ids. */
export const unitTypes: CellCodec = {
  read: (text) => value(partsOf(text).map(unitTypeOf)),
  write: (given, { locale }) =>
    (given as readonly string[])
      .map((type) => (locale !== 'en' && Object.hasOwn(unitTypeNames, type) ? unitTypeNames[type] : type))
      .join('；'),
};
