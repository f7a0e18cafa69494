/** Code of a system or database error, such as ENOENT or 57P03. Told by shape: an Error of another realm is no `instanceof` ours. */
export function systemErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
