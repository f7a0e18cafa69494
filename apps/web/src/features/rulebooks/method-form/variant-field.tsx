import { useTranslation } from 'react-i18next';
import { carryOver } from './carry-over.js';
import { FieldFrame } from './field-frame.js';
import { useScene } from './form-scene.js';
import { KindOptions } from './kind-options.js';
import { ObjectFields } from './object-fields.js';
import { shapeOf, variantFor, type Variant } from './schema-shape.js';
import { isFixed, variantPath, type Schema } from './schema-words.js';
import type { FieldProps } from './simple-fields.js';
import { useSchemaWords } from './use-schema-words.js';

type Props = FieldProps & {
  readonly variants: readonly Variant[];
  /** Where it stands; `path` is where its words are. */
  readonly place: string;
};

/** One of several forms: a choice, and the fields of what is chosen, indented. Choosing another form keeps what fits it. */
export function VariantField({ label, path, place, at, value, variants, onChange }: Props) {
  const { t } = useTranslation();
  const scene = useScene();
  const words = useSchemaWords();
  const current = variantFor(value, variants);
  const isRoot = at === '/measure';
  const choose = (key: string) => {
    const variant = variants.find((each) => each.key === key);
    if (variant !== undefined) onChange(carryOver(value, variant, path, scene));
  };
  const inner = current?.schema ?? null;
  // A number that is typed stands beside the choice and needs no name of its own.
  const isTyped = current !== null && isTypedVariant(current);
  const content =
    inner === null ? null : shapeOf(inner).kind === 'object' ? (
      <ObjectFields
        schema={inner}
        path={current === null ? path : variantPath(current, path)}
        at={at}
        value={value}
        onChange={onChange}
      />
    ) : (
      <scene.Field schema={inner} place={place} at={at} value={value} label={label} onChange={onChange} />
    );
  const fields = inner === null ? 0 : fieldCount(inner);
  // One field beside the choice needs no line of its own.
  const isLeaf = isTyped || (path === 'measure' && fields === 1 && isSimple(inner));
  const hasChoice = variants.length > 1;
  const canBeTyped = variants.some(isTypedVariant);
  return (
    <div className={isLeaf ? 'variant-field is-typed' : 'variant-field is-whole'}>
      {hasChoice && (
        <FieldFrame
          label={canBeTyped ? t('methodForm.how', { field: label }) : label}
          at={at}
          // What is wrong inside stands where it is wrong.
          shows={isTyped || (inner !== null && shapeOf(inner).kind === 'variants') ? 'none' : 'own'}
        >
          {(input) => (
            <select
              {...input}
              data-path={isTyped ? undefined : `${scene.prefix}${at}`}
              className="text-input"
              value={current?.key ?? ''}
              onChange={({ target }) => choose(target.value)}
            >
              {current === null && <option value="">{t('methodForm.choose')}</option>}
              {path === 'measure' ? (
                <KindOptions variants={variants} isRoot={isRoot} current={current?.key ?? ''} />
              ) : (
                variants.map(({ key }) => (
                  <option key={key} value={key}>
                    {words.word(path, key)}
                  </option>
                ))
              )}
            </select>
          )}
        </FieldFrame>
      )}
      {content !== null && fields > 0 && (
        <div role="group" aria-label={label} className={isLeaf ? 'variant-typed' : 'variant-body form-grid'}>
          {content}
        </div>
      )}
    </div>
  );
}

/** How many fields a form draws besides its fixed word. */
function fieldCount(schema: Schema): number {
  const shape = shapeOf(schema);
  return shape.kind === 'object' ? shape.members.filter(({ schema: member }) => !isFixed(member)).length : 1;
}

/** Whether the one field is a name or a number, and no measure again. */
function isSimple(schema: Schema | null): boolean {
  const shape = schema === null ? null : shapeOf(schema);
  if (shape?.kind !== 'object') return false;
  return shape.members.every((member) => ['fixed', 'id', 'decimal'].includes(shapeOf(member.schema).kind));
}

const isTypedVariant = ({ schema }: Variant): boolean =>
  schema !== null && shapeOf(schema).kind === 'decimal';
