import type { Fact, FactValue, PanelScore, RecordEntry } from '@heng/rules';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../platform/i18n.js';
import { CountsEditor } from './counts-editor.js';
import { factProblem } from './fact-content.js';
import { PanelEditor } from './panel-editor.js';
import { RecordsEditor } from './records-editor.js';

type Props = {
  readonly fact: Fact;
  readonly unitName: string;
  readonly value: FactValue | null;
  readonly onDone: (value: FactValue | null) => void;
  readonly onCancel: () => void;
};

/** Edits a value that is more than one text: records, ballots, judges' and raters' scores. */
export function ValueDialog({ fact, unitName, value, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useText();
  const [draft, setDraft] = useState<FactValue | null>(value);
  const problem = factProblem(fact, { text: '', value: draft }, null, locale);
  return (
    <Modal
      open
      width={760}
      title={`${unitName} · ${text(fact.title)}`}
      okText={t('common.done')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: problem !== null }}
      onOk={() => onDone(draft)}
      onCancel={onCancel}
    >
      {fact.definition && <p className="muted">{text(fact.definition)}</p>}
      <Editor fact={fact} value={draft} onChange={setDraft} />
      {problem !== null && (
        <p role="alert" className="details-problem">
          {problem}
        </p>
      )}
    </Modal>
  );
}

type EditorProps = { fact: Fact; value: FactValue | null; onChange: (value: FactValue | null) => void };

function Editor({ fact, value, onChange }: EditorProps) {
  switch (fact.kind) {
    case 'records':
      return <RecordsEditor fact={fact} value={isRecords(value) ? value : []} onChange={onChange} />;
    case 'panel':
      return <PanelEditor scale={fact.scale} value={isPanel(value) ? value : []} onChange={onChange} />;
    case 'ballots':
      return <CountsEditor parts={fact.options} value={isCounts(value) ? value : {}} onChange={onChange} />;
    case 'raters':
      return <CountsEditor parts={fact.groups} value={isCounts(value) ? value : {}} onChange={onChange} />;
    default:
      return null;
  }
}

const isRecords = (value: FactValue | null): value is RecordEntry[] =>
  Array.isArray(value) && value.every((entry) => 'level' in entry);
const isPanel = (value: FactValue | null): value is PanelScore[] =>
  Array.isArray(value) && value.every((entry) => 'judge' in entry);
const isCounts = (value: FactValue | null): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
