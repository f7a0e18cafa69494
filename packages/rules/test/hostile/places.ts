/** A place inside a document: what holds it, under which key, and what stands there. */
export type Place = {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
  readonly value: unknown;
};

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All places of a document, each once: what has been made hostile already may run in a circle. */
export function placesIn(document: unknown, seen = new Set<unknown>()): Place[] {
  if (typeof document !== 'object' || document === null || seen.has(document)) return [];
  seen.add(document);
  const holder = document as JsonObject | unknown[];
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => [
    { holder, key, value },
    ...placesIn(value, seen),
  ]);
}

export function put({ holder, key }: Place, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  // Else a key called __proto__ would change what the object is instead of becoming part of it.
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

export function take({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}
