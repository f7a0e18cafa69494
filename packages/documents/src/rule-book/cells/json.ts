import { unreadable, value, type CellCodec } from './cell-codec.js';
import { parseJson } from './parse-json.js';

/** What has no words of its own: the JSON of the format, with or without `JSON` before it. */
export const json: CellCodec = {
  read: (text) => {
    const parsed = parseJson(text);
    if (parsed !== null) return value(parsed.value);
    return unreadable(
      'NOT_JSON',
      ['这里应是 JSON。', 'This must be JSON.'],
      ['写法见 docs/formats.md；不需要就清空。', 'See docs/formats.md; clear it if it is not needed.'],
    );
  },
  // Written by the common form for what has no words.
  write: () => '',
};
