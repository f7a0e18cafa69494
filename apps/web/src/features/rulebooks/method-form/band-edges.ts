type Band = Readonly<Record<string, unknown>>;

/**
 * Bands after one of them changed: an edge that two bands shared stays shared, and belongs to one of them only, so that typing in one
 * place leaves no gap and no overlap.
 */
export function withBand(bands: readonly Band[], index: number, band: Band): Band[] {
  const before = bands[index] ?? {};
  const shared = (other: number, own: 'from' | 'to', theirs: 'from' | 'to') =>
    before[own] !== undefined && bands[other]?.[theirs] === before[own];
  // An edge between two bands that is emptied is to be typed anew; without it the bands would overlap.
  const held: Band = {
    ...band,
    ...(band['to'] === undefined && shared(index + 1, 'to', 'from') && { to: '' }),
    ...(band['from'] === undefined && shared(index - 1, 'from', 'to') && { from: '' }),
  };
  return bands.map((each, at) => {
    if (at === index) return held;
    if (at === index + 1 && shared(at, 'to', 'from'))
      return edge(each, 'from', 'fromIncluded', held['to'], held['toIncluded'] !== true);
    if (at === index - 1 && shared(at, 'from', 'to'))
      return edge(each, 'to', 'toIncluded', held['from'], held['fromIncluded'] === false);
    return each;
  });
}

/** One more band at the end, from where the last one ends; a last one without an end gets one to be filled in. */
export function withAnotherBand(bands: readonly Band[], added: Band): Band[] {
  const last = bands[bands.length - 1];
  if (last === undefined) return [added];
  const end = last['to'] ?? '';
  const { to: _, ...open } = added;
  return [
    ...bands.slice(0, -1),
    { ...last, to: end },
    edge(open, 'from', 'fromIncluded', end, last['toIncluded'] !== true),
  ];
}

/** Without one band: the one before it goes on to where it ended. */
export function withoutBand(bands: readonly Band[], index: number): Band[] {
  const gone = bands[index];
  return bands
    .map((band, at) =>
      gone !== undefined && at === index - 1
        ? edge(band, 'to', 'toIncluded', gone['to'], gone['toIncluded'] === true)
        : band,
    )
    .filter((_, at) => at !== index);
}

/** `from` belongs to its band and `to` does not, unless they say otherwise. */
function edge(band: Band, key: string, flag: string, value: unknown, included: boolean): Band {
  const { [key]: _value, [flag]: _flag, ...rest } = band;
  if (value === undefined) return rest;
  const isUsual = included === (key === 'from');
  return { ...rest, [key]: value, ...(isUsual ? {} : { [flag]: included }) };
}
