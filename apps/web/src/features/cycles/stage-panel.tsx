import { ChangeStageRequest, CycleResponse, Stage } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { cycleQuery } from './cycle-queries.js';
import { stageNeighbours } from './stage-order.js';
import './stage-panel.css';

/** Where the cycle stands, and the step forward or back; a step back needs a reason. */
export function StagePanel({ cycle }: { readonly cycle: CycleResponse }) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const [target, setTarget] = useState<Stage | null>(null);
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: (body: ChangeStageRequest) =>
      callApi(`/cycles/${cycle.id}/stage`, {
        method: 'POST',
        body,
        version: cycle.version,
        answer: CycleResponse,
      }),
    onSuccess: (changed) => {
      queries.setQueryData(cycleQuery(cycle.id).queryKey, changed);
      setTarget(null);
      setReason('');
      return queries.invalidateQueries();
    },
  });
  const { forward, back } = stageNeighbours(cycle.stage);
  const mayChange = cycle.allowed.includes('cycle.manage');
  const goesBack = target !== null && target === back;
  return (
    <section className="panel" aria-labelledby="stage-title">
      <h2 id="stage-title">{t('cycle.stage')}</h2>
      <ol className="stages">
        {Stage.options.map((stage) => (
          <li key={stage} aria-current={stage === cycle.stage ? 'step' : undefined}>
            {t(`stage.${stage}`)}
          </li>
        ))}
      </ol>
      <Button type="primary" disabled={!mayChange || forward === null} onClick={() => setTarget(forward)}>
        {forward === null ? t('cycle.noForward') : t('cycle.forward', { stage: t(`stage.${forward}`) })}
      </Button>{' '}
      <Button disabled={!mayChange || back === null} onClick={() => setTarget(back)}>
        {back === null ? t('cycle.noBack') : t('cycle.back', { stage: t(`stage.${back}`) })}
      </Button>
      {!mayChange && <p className="muted">{t('cycle.onlyOffice')}</p>}
      {mayChange && forward === null && cycle.stage !== 'archived' && (
        <p className="muted">{t('cycle.publishBelow')}</p>
      )}
      <Modal
        open={target !== null}
        title={
          target === null ? '' : t(goesBack ? 'cycle.back' : 'cycle.forward', { stage: t(`stage.${target}`) })
        }
        okText={t('common.confirm')}
        cancelText={t('common.cancel')}
        confirmLoading={change.isPending}
        okButtonProps={{ disabled: goesBack && reason.trim() === '' }}
        onOk={() =>
          target && change.mutate({ to: target, ...(reason.trim() !== '' && { reason: reason.trim() }) })
        }
        onCancel={() => setTarget(null)}
      >
        <label htmlFor="stage-reason">{t(goesBack ? 'cycle.reasonNeeded' : 'cycle.reason')}</label>
        <Input.TextArea
          id="stage-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {change.isError && (
          <p role="alert" className="form-error">
            {sayError(change.error)}
          </p>
        )}
      </Modal>
    </section>
  );
}
