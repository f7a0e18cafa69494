import type { CycleResponse } from '@heng/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../platform/i18n.js';
import { momentText } from '../platform/moment-text.js';

/** 考核年度 · 考核方案 · 阶段, and whether the figures are a demonstration: under the header of every page. */
export function ContextBar({
  cycle,
  demonstration,
}: {
  readonly cycle: CycleResponse | null;
  readonly demonstration: boolean;
}) {
  const { t } = useTranslation();
  const text = useText();
  const label = cycle?.dataLabel ? text(cycle.dataLabel) : demonstration ? t('app.demonstration') : null;
  if (cycle === null && label === null) return null;
  return (
    <div className="context-bar">
      {label !== null && <strong className="data-label">{label}</strong>}
      {cycle !== null && <CycleContext cycle={cycle} />}
    </div>
  );
}

function CycleContext({ cycle }: { readonly cycle: CycleResponse }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      <span>{t('context.year', { year: cycle.year })}</span>
      <Link to="/rulebooks/$id" params={{ id: cycle.ruleBookId }}>
        {text(cycle.ruleBookTitle)}
      </Link>
      <span className="context-stage">{t(`stage.${cycle.stage}`)}</span>
      {cycle.deadline !== null && <span>{t('home.deadline', { when: momentText(cycle.deadline) })}</span>}
    </>
  );
}
