import { Regulation } from '@heng/contracts';
import { canonicalJson, sha256 } from '@heng/rules';
import { z } from 'zod';
import type { Answers } from '@heng/clauses';
import type { Head } from './proposal.js';

const Answer = z.object({ choice: z.string(), value: z.string().optional() });
const Kept = z.object({
  regulation: Regulation,
  answers: z.record(z.string(), Answer),
  head: z.object({
    title: z.string(),
    issuer: z.string(),
    year: z.string(),
    id: z.string(),
    unitTypes: z.array(z.string()),
  }),
  at: z.string(),
});

/** An import that was begun on this machine: the file as it was read, and what was decided since. */
export type KeptImport = {
  readonly key: string;
  readonly regulation: Regulation;
  readonly answers: Answers;
  readonly head: Head;
  /** When it was touched last. */
  readonly at: string;
};

const prefix = 'heng.import.';
const mostKept = 8;

/** One file is one import: the same content finds its answers again, whatever the file is called. */
export const importKey = ({ fileName: _, ...content }: Regulation): string => sha256(canonicalJson(content));

/** Imports begun on this machine, the latest first. */
export function keptImports(): KeptImport[] {
  return storedKeys()
    .flatMap((name) => {
      const kept = readKept(name.slice(prefix.length));
      return kept === null ? [] : [kept];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

export function readKept(key: string): KeptImport | null {
  try {
    const parsed = Kept.safeParse(JSON.parse(localStorage.getItem(prefix + key) ?? 'null'));
    return parsed.success ? { key, ...(parsed.data as Omit<KeptImport, 'key'>) } : null;
  } catch {
    // Forbidden storage, or not what we wrote there.
    return null;
  }
}

/** Keeps an import; false when the browser has no room or forbids it, which the page then says. */
export function keep({ key, ...kept }: KeptImport): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(kept));
    for (const old of keptImports().slice(mostKept)) forget(old.key);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept where nothing can be.
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
