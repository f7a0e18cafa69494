import type { Stage } from '@heng/contracts';
import { conflict, refused } from '../../platform/errors/index.js';

export const ruleBookNotUsable = () =>
  refused('RULE_BOOK_NOT_USABLE', {
    zh: '规则书不存在或尚未发布。请先发布规则书，再建立考核。',
    en: 'The rule book does not exist or is not published. Publish it first.',
  });

export const unitsNotUsable = (codes: readonly string[]) =>
  refused(
    'UNITS_NOT_USABLE',
    {
      zh: '有的单位不在下级，或者不是本规则书适用的类型。',
      en: 'Some units are not below the owner or not of the types the rule book is for.',
    },
    codes.slice(0, 50).map((code) => ({
      code: 'UNIT_NOT_USABLE',
      path: `/units/${code}`,
      message: { zh: `${code} 不能参加本次考核。`, en: `${code} cannot take part in this cycle.` },
    })),
  );

export const noUnits = () =>
  refused('CYCLE_WITHOUT_UNITS', {
    zh: '下级没有适用本规则书的单位。请先登记单位，或换一本规则书。',
    en: 'No unit below is of a type the rule book is for. Register units first or take another book.',
  });

export const previousCycleNotUsable = () =>
  refused('PREVIOUS_CYCLE_NOT_USABLE', {
    zh: '上一年的考核不存在，或者不属于同一主办单位。',
    en: 'The previous cycle does not exist or belongs to another body.',
  });

export const stageChangeIllegal = (from: Stage, to: Stage) =>
  conflict('STAGE_CHANGE_ILLEGAL', {
    zh: `不能从“${from}”直接转到“${to}”。请按顺序推进；发布结果请用“发布”。`,
    en: `The stage cannot go from "${from}" to "${to}". Go step by step; results are published by their own action.`,
  });

export const stageReasonRequired = () =>
  refused('STAGE_REASON_REQUIRED', {
    zh: '退回上一阶段要写明理由。',
    en: 'Going back to an earlier stage needs a reason.',
  });
