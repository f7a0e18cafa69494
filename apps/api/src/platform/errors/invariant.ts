/** For our own bugs, never for what a caller did. @throws Error when `condition` does not hold */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${what}`);
}
