import type { Text } from '@heng/rules';
import { Input } from 'antd';
import { useText } from '../../platform/i18n.js';

type Props = {
  readonly parts: readonly { readonly id: string; readonly title: Text }[];
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (value: Record<string, string> | null) => void;
};

/** One number for each option of a ballot, or for each group of raters. All empty means missing. */
export function CountsEditor({ parts, value, onChange }: Props) {
  const text = useText();
  const change = (id: string, typed: string) => {
    const { [id]: _, ...rest } = value;
    const next = typed.trim() === '' ? rest : { ...rest, [id]: typed.trim() };
    onChange(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <div className="entries">
      {parts.map(({ id, title }) => (
        <label key={id} className="count-row">
          <span>{text(title)}</span>
          <Input
            inputMode="decimal"
            value={value[id] ?? ''}
            onChange={(event) => change(id, event.target.value)}
          />
        </label>
      ))}
    </div>
  );
}
