import type { ProblemDetail } from '@heng/contracts';
import { conflict } from '../../platform/errors/index.js';

export const publicationNotReady = (missing: readonly ProblemDetail[], count: number) =>
  conflict(
    'PUBLICATION_NOT_READY',
    {
      zh: `还有 ${count} 处没有数，见下。补齐后再发布；确需现在发布，请写明理由。`,
      en: `${count} values are still missing, as listed. Enter them first; to publish nevertheless, give a reason.`,
    },
    missing,
  );

export const alreadyPublished = () =>
  conflict('ALREADY_PUBLISHED', {
    zh: '这次考核的结果已经发布。',
    en: 'The results of this cycle are published already.',
  });
