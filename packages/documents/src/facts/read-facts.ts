import type { Problem } from '@heng/rules';
import { cellName, firstProblems, type DocumentProblem, type Place } from '../document-problem.js';

/** Where each part of the facts document stood, by JSON pointer. */
export type Places = ReadonlyMap<string, Place>;

/**
 * What reading a file gives: a `heng-facts/1` document still to be checked by `parseFacts`, or everything that is wrong.
 * The path of a problem is a place that a clerk can find: `数据!C7`, or `C7` in a CSV file.
 */
export type ReadFacts =
  | { readonly ok: true; readonly document: unknown; readonly places: Places }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const refusedFacts = (problems: readonly DocumentProblem[]): ReadFacts => ({
  ok: false,
  problems: firstProblems(problems).map(({ code, place, message, fix }) => ({
    code,
    path: cellName(place),
    message,
    fix,
  })),
});

/** Problems of a facts document told at the cells they come from, in the same order; what has no cell of its own takes the nearest above it. */
export const problemsAtPlaces = (problems: readonly Problem[], places: Places): Problem[] =>
  problems.map((found) => {
    let at = found.path;
    while (at !== '' && !places.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    const place = places.get(at);
    return place === undefined ? found : { ...found, path: cellName(place) };
  });
