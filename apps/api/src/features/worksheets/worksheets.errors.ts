import type { ProblemDetail } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { refused, requestInvalid } from '../../platform/errors/index.js';

export const idempotencyKeyReused = () =>
  refused('IDEMPOTENCY_KEY_REUSED', {
    zh: '这个幂等键已用于另一次提交，请换一个。',
    en: 'This Idempotency-Key was used for another request. Take a new one.',
  });

export const idempotencyKeyMissing = () =>
  requestInvalid([
    {
      code: 'IDEMPOTENCY_KEY_MISSING',
      path: 'Idempotency-Key',
      message: {
        zh: '批量保存要带 Idempotency-Key（8–80 个字母、数字、- 或 _）。',
        en: 'A batch needs an Idempotency-Key of 8 to 80 letters, digits, - or _.',
      },
    },
  ]);

export const cellRefused = (problems: readonly ProblemDetail[]) =>
  refused(
    'CELL_REFUSED',
    { zh: '这个数没有保存，原因见下。', en: 'The value was not saved, for the reasons given.' },
    problems,
  );

const detail = (unit: string, fact: string, code: string, message: Text, fix: Text): ProblemDetail => ({
  code,
  path: `${unit}/${fact}`,
  message,
  fix,
});

export const factUnknown = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'FACT_UNKNOWN',
    { zh: `规则书里没有数据项 ${fact}。`, en: `The rule book has no fact ${fact}.` },
    { zh: '请刷新页面后再填。', en: 'Reload the page and enter it again.' },
  );

export const factNotYours = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'FACT_NOT_YOURS',
    { zh: '这一项不由您填写，或者现阶段不能填写。', en: 'This is not yours to enter, or not at this stage.' },
    { zh: '请联系考核办公室。', en: 'Ask the assessment office.' },
  );

export const reasonRequired = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'REASON_REQUIRED',
    { zh: '修改已核定的数要写明理由。', en: 'Changing a verified value needs a reason.' },
    { zh: '请填写修改理由后再保存。', en: 'Give the reason and save again.' },
  );

export const notApplicableByScorer = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'NOT_APPLICABLE_BY_SCORER',
    {
      zh: '“不涉及”由考核方认定，被考核单位不能自行认定。',
      en: '"Not applicable" is decided by the assessing body, not by the assessed unit.',
    },
    { zh: '请向考核办公室说明情况。', en: 'Explain the case to the assessment office.' },
  );

export const valueBesideNotApplicable = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'VALUE_BESIDE_NOT_APPLICABLE',
    { zh: '认定“不涉及”时不能同时填数。', en: 'A value and "not applicable" exclude each other.' },
    { zh: '请只保留其中一项。', en: 'Keep only one of them.' },
  );

export const cellTwice = (unit: string, fact: string) =>
  detail(
    unit,
    fact,
    'CELL_TWICE',
    { zh: '同一次提交里这一格出现了两次。', en: 'This cell occurs twice in one request.' },
    { zh: '请只保留一次。', en: 'Send it once.' },
  );
