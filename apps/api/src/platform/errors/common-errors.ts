import type { ProblemDetail } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { AppError } from './app-error.js';

/** One answer for what does not exist and for what the caller may not know of; the code never tells which. */
export const absent = (): AppError =>
  new AppError('absent', 'NOT_FOUND', {
    zh: '没有找到，或者不在您的查看范围内。请检查地址，或从列表重新进入。',
    en: 'Not found, or outside what you may see. Check the address, or open it again from the list.',
  });

export const forbidden = (): AppError =>
  new AppError('forbidden', 'FORBIDDEN', {
    zh: '您的职务在当前阶段不能做这项操作。如有需要，请联系考核办公室。',
    en: 'Your appointment does not allow this at the present stage. Ask the assessment office if you need it.',
  });

export const requestInvalid = (problems: readonly ProblemDetail[]): AppError =>
  new AppError(
    'invalid',
    'REQUEST_INVALID',
    {
      zh: '提交的内容有不合要求的地方，请按所列位置修改后再提交。',
      en: 'The request has values that are not allowed. Correct the places listed and send it again.',
    },
    { problems },
  );

export const versionRequired = (): AppError =>
  new AppError('version-required', 'VERSION_REQUIRED', {
    zh: '缺少版本号（If-Match）。请刷新页面后再修改。',
    en: 'The version (If-Match) is missing. Reload the page and make the change again.',
  });

export const staleVersion = (current: unknown): AppError =>
  new AppError(
    'stale',
    'STALE_VERSION',
    {
      zh: '别人刚刚改过这一项。请查看现在的内容，再决定是否修改。',
      en: 'Someone else changed this just now. Look at what stands, then decide whether to change it.',
    },
    { current },
  );

export const refused = (code: string, text: Text, problems?: readonly ProblemDetail[]): AppError =>
  new AppError('refused', code, text, problems ? { problems } : {});

export const conflict = (code: string, text: Text, problems?: readonly ProblemDetail[]): AppError =>
  new AppError('conflict', code, text, problems ? { problems } : {});
