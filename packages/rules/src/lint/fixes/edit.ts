/** One change of a document, at a JSON pointer (RFC 6901). Removing an entry of a list closes the gap. */
export type Edit =
  | { readonly op: 'set'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** What stands at a pointer; undefined when nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    document,
  );
}

/**
 * The document with the edits made, one after the other; what they do not touch is shared with the old one.
 * @throws Error when an edit points into nothing: edits belong to the document they were made for
 */
export const applyEdits = (document: unknown, edits: readonly Edit[]): unknown =>
  edits.reduce((before, edit) => edited(before, stepsOf(edit.path), edit), document);

function edited(node: unknown, steps: readonly string[], edit: Edit): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (edit.op === 'remove') throw new Error('The whole document cannot be removed.');
    return edit.value;
  }
  if (typeof node !== 'object' || node === null) throw new Error(`Nothing stands at ${edit.path}.`);
  if (Array.isArray(node)) {
    const index = /^\d{1,9}$/.test(step) ? Number.parseInt(step, 10) : -1;
    if (
      index < 0 ||
      index > node.length ||
      (index === node.length && (rest.length > 0 || edit.op === 'remove'))
    )
      throw new Error(`Nothing stands at ${edit.path}.`);
    const list = [...(node as unknown[])];
    if (rest.length === 0 && edit.op === 'remove') list.splice(index, 1);
    else list[index] = edited(list[index], rest, edit);
    return list;
  }
  if (rest.length === 0 && edit.op === 'remove') {
    const { [step]: _, ...others } = node as Record<string, unknown>;
    return others;
  }
  return { ...node, [step]: edited((node as Record<string, unknown>)[step], rest, edit) };
}

const stepsOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
