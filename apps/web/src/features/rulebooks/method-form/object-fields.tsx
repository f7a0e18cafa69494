import type { Fact } from '@heng/rules';
import { withFact } from './change-fact.js';
import { isShown, settled } from './dependent-members.js';
import { SceneProvider, useScene, type ChangePart } from './form-scene.js';
import { shapeOf, type Member } from './schema-shape.js';
import { isFixed, type Schema } from './schema-words.js';

type Part = Readonly<Record<string, unknown>>;

type Props = {
  readonly schema: Schema;
  readonly path: string;
  readonly at: string;
  readonly value: unknown;
  readonly onChange: ChangePart;
};

/** The fields of an object, side by side, in the order of the format. Its fixed word (method, kind) is chosen elsewhere. */
export function ObjectFields({ schema, path, at, value, onChange }: Props) {
  const scene = useScene();
  const shape = shapeOf(schema);
  if (shape.kind !== 'object') return null;
  const part = isPart(value) ? value : {};
  const reads = 'fact' in part ? factOf(scene.book.facts, part['fact']) : scene.fact;
  const change = (key: string, next: unknown, facts: readonly Fact[] | undefined) => {
    if (key === 'fact')
      return onChange(
        withFact(part, path, factOf([...scene.book.facts, ...(facts ?? [])], next), String(next)),
        facts,
      );
    const { [key]: _, ...others } = part;
    const whole = next === undefined ? others : { ...part, [key]: next };
    onChange(typeof next === 'string' ? settled(path, whole) : whole, facts);
  };
  return (
    <SceneProvider value={reads === scene.fact ? scene : { ...scene, fact: reads }}>
      {shape.members
        .filter(({ key, schema: member, optional }) =>
          optional ? isShown(path, key, part, { indicator: scene.indicator, fact: reads }) : !isFixed(member),
        )
        .sort((one, other) => Number(isAside(one)) - Number(isAside(other)))
        .map(({ key, schema: member, optional }) => (
          <scene.Field
            key={key}
            schema={member}
            place={`${path}/${key}`}
            at={`${at}/${key}`}
            value={part[key]}
            optional={optional}
            onChange={(next, facts) => change(key, next, facts)}
          />
        ))}
    </SceneProvider>
  );
}

/** What can be added stands after what is always asked. */
const isAside = ({ schema, optional }: Member): boolean =>
  optional && ['text', 'object', 'list', 'variants'].includes(shapeOf(schema).kind);

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const factOf = (facts: readonly Fact[], id: unknown): Fact | null =>
  facts.find((fact) => fact.id === id) ?? null;
