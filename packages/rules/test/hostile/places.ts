/** A place inside a document: what holds it, under which key, and what stands there. */
export type Place = {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
  readonly value: unknown;
};

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const deepest = 60;

/** All places of a document, each once and not too deep: what has been made hostile already may run in a circle. */
export function placesIn(document: unknown): Place[] {
  const places: Place[] = [];
  const seen = new Set<unknown>();
  const visit = (holder: unknown, depth: number) => {
    if (typeof holder !== 'object' || holder === null || seen.has(holder) || depth > deepest) return;
    seen.add(holder);
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder: holder as Place['holder'], key, value });
      visit(value, depth + 1);
    }
  };
  visit(document, 0);
  return places;
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
