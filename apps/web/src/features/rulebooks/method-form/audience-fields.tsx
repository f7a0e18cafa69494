import { AppliesTo } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { PickList } from '../workshop/forms/pick-list.js';
import { WordsField } from '../workshop/forms/words-field.js';
import { AttributesField } from './attributes-field.js';
import { useScene, type ChangePart } from './form-scene.js';

type Props = { readonly value: AppliesTo | undefined; readonly onChange: ChangePart };

/** Which units the indicator is for; all of them while nothing is chosen. */
export function AudienceFields({ value = {}, onChange }: Props) {
  const { t } = useTranslation();
  const { book, prefix } = useScene();
  const set = (key: keyof AppliesTo, next: unknown) => {
    const { [key]: _, ...others } = value;
    const isGone = next === undefined || (Array.isArray(next) && next.length === 0);
    const whole = isGone ? others : { ...value, [key]: next };
    onChange(Object.keys(whole).length === 0 ? undefined : whole);
  };
  const types = [...new Set([...book.unitTypes, ...(value.types ?? [])])];
  return (
    <>
      <PickList
        label={t('methodForm.typesOf')}
        chosen={value.types ?? []}
        options={types.map((type) => ({ value: type, label: t(`unitType.${type}`, { defaultValue: type }) }))}
        onChange={(types) => set('types', types)}
      />
      <WordsField
        label={t('methodForm.unitsOf')}
        path={`${prefix}/appliesTo/units`}
        value={value.units ?? []}
        onChange={(units) => set('units', units)}
      />
      <AttributesField
        label={t('methodForm.fields.indicator/appliesTo/attributes')}
        path="indicator/appliesTo/attributes"
        at="/appliesTo/attributes"
        value={value.attributes}
        onChange={(attributes) => set('attributes', attributes)}
      />
    </>
  );
}
