/** What spreadsheets and XML would change: outer spaces, control characters, halves of characters, `_x0041_`. */
const changes =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /^\s|\s$|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|_x[0-9a-f]{4}_/i;

/** Whether a cell with this text is read back as this text; `@` leads what stands on the sheet of long texts. */
export const survives = (text: string): boolean =>
  text !== '' && !changes.test(text) && !text.startsWith('@') && !/\p{Surrogate}/u.test(text);
