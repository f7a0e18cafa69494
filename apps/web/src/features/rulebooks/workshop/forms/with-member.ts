/** The thing with a member set, or without it: the format refuses members that are there but undefined. */
export function withMember<T extends object, K extends keyof T>(
  thing: T,
  key: K,
  value: T[K] | undefined,
): T {
  if (value !== undefined) return { ...thing, [key]: value };
  const { [key]: _, ...rest } = thing;
  // Only ever called for members that may be left out.
  return rest as T;
}
