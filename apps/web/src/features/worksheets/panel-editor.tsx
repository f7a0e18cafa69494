import type { PanelScore } from '@heng/rules';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly scale: string;
  readonly value: readonly PanelScore[];
  readonly onChange: (value: PanelScore[]) => void;
};

/** One line per judge; a judge who stands aside (回避) does not count. */
export function PanelEditor({ scale, value, onChange }: Props) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<PanelScore>) =>
    onChange(value.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <div className="entries">
      {value.map((entry, index) => (
        <div key={index} className="entry-row">
          <Input
            aria-label={t('panel.judge')}
            value={entry.judge}
            maxLength={100}
            onChange={(event) => change(index, { judge: event.target.value })}
          />
          <Input
            aria-label={t('panel.score', { scale })}
            inputMode="decimal"
            value={entry.score}
            suffix={`/ ${scale}`}
            onChange={(event) => change(index, { score: event.target.value.trim() })}
          />
          <Checkbox
            checked={entry.recused === true}
            onChange={(event) => change(index, { recused: event.target.checked })}
          >
            {t('panel.recused')}
          </Checkbox>
          <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        type="dashed"
        onClick={() =>
          onChange([...value, { judge: t('panel.newJudge', { number: value.length + 1 }), score: '0' }])
        }
      >
        {t('panel.add')}
      </Button>
    </div>
  );
}
