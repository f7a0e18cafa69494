import type { Fact, Indicator, MeasureUnit, Problem, RuleBook } from '@heng/rules';
import { createContext, useContext, type ComponentType } from 'react';
import type { Schema } from './schema-words.js';

/** What every field of the form may look at. */
export type FormScene = {
  readonly book: RuleBook;
  readonly indicator: Indicator;
  /** The JSON pointer of the indicator in the book. */
  readonly prefix: string;
  /** What is wrong with the indicator; paths are below it. */
  readonly problems: readonly Problem[];
  /** The fact whose options the part being drawn speaks of. */
  readonly fact: Fact | null;
  /** What the indicator's measure counts in. */
  readonly unit: MeasureUnit;
  /** Draws what a schema asks for: parts hold fields, which may be parts again. */
  readonly Field: ComponentType<SchemaFieldProps>;
};

export type SchemaFieldProps = {
  readonly schema: Schema;
  /** The place in the rule format: `steps/above/per`. */
  readonly place: string;
  /** The JSON pointer below the indicator: `/score/above/per`. */
  readonly at: string;
  readonly value: unknown;
  readonly optional?: boolean;
  /** Instead of the catalogue's word for the place. */
  readonly label?: string;
  readonly onChange: ChangePart;
};

/** A new value of a part, with facts that have to come into the book with it. */
export type ChangePart = (value: unknown, facts?: readonly Fact[]) => void;

const Scene = createContext<FormScene | null>(null);

export const SceneProvider = Scene.Provider;

export function useScene(): FormScene {
  const scene = useContext(Scene);
  if (scene === null) throw new Error('a field of the form stands outside of it');
  return scene;
}

/** Problems of this very place; with `below` also of everything in it. */
export function useProblemsAt(at: string, below = false): readonly Problem[] {
  return useScene().problems.filter(({ path }) => path === at || (below && path.startsWith(`${at}/`)));
}
