// Array.prototype.at, findLast and findLastIndex are younger than the oldest browser that reads clauses.

/** The last of a list. */
export const lastOf = <Item>(list: readonly Item[]): Item | undefined => list[list.length - 1];

/** Where the last item that fits stands; -1 where none does. */
export function lastIndexWhere<Item>(list: readonly Item[], fits: (item: Item) => boolean): number {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const item = list[index];
    if (item !== undefined && fits(item)) return index;
  }
  return -1;
}

/** The last item that fits. */
export function lastWhere<Item, Found extends Item>(
  list: readonly Item[],
  fits: (item: Item) => item is Found,
): Found | undefined;
export function lastWhere<Item>(list: readonly Item[], fits: (item: Item) => boolean): Item | undefined;
export function lastWhere<Item>(list: readonly Item[], fits: (item: Item) => boolean): Item | undefined {
  return list[lastIndexWhere(list, fits)];
}
