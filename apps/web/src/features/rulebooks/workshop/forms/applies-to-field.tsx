import { UnitType } from '@heng/contracts';
import type { AppliesTo } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import type { FormProps } from './form-props.js';
import { PickList } from './pick-list.js';
import { RawPart } from './raw-part.js';
import { withMember } from './with-member.js';
import { WordsField } from './words-field.js';

type Props = FormProps & {
  readonly path: string;
  readonly value: AppliesTo;
  readonly onChange: (value: AppliesTo) => void;
};

/** Which units are meant: by type, by code, and by attributes, which are changed as text. */
export function AppliesToField({ book, edit, path, value, onChange }: Props) {
  const { t } = useTranslation();
  const types = [...new Set<string>([...UnitType.options, ...(value.types ?? [])])];
  return (
    <div className="form-grid">
      <PickList
        label={t('workshop.appliesTo.types')}
        chosen={value.types ?? []}
        options={types.map((type) => ({ value: type, label: t(`unitType.${type}`, { defaultValue: type }) }))}
        onChange={(list) => onChange(withMember(value, 'types', list.length === 0 ? undefined : list))}
      />
      <WordsField
        label={t('workshop.appliesTo.units')}
        value={value.units ?? []}
        onChange={(list) => onChange(withMember(value, 'units', list.length === 0 ? undefined : list))}
      />
      <RawPart
        book={book}
        edit={edit}
        label={t('workshop.appliesTo.attributes')}
        path={path}
        value={value}
        sentence={
          value.attributes === undefined
            ? null
            : Object.entries(value.attributes)
                .map(([name, values]) => `${name} = ${values.join(' / ')}`)
                .join('; ')
        }
      />
    </div>
  );
}
