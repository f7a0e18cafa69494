import { conflict, refused } from '../../platform/errors/index.js';

export const organizationCodeTaken = (code: string) =>
  conflict('ORGANIZATION_CODE_TAKEN', {
    zh: `代码 ${code} 已经登记过。请核对代码，或修改已有的组织。`,
    en: `The code ${code} is already registered. Check it, or change the organisation that has it.`,
  });

export const parentAbsent = () =>
  refused('ORGANIZATION_PARENT_ABSENT', {
    zh: '上级组织不存在，或者不在您的管理范围内。请先登记上级组织。',
    en: 'The parent does not exist or is outside what you manage. Register the parent first.',
  });
