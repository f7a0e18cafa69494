import { RuleBookReadingResponse } from '@heng/contracts';
import { callApi } from '../../../platform/call-api.js';

/** Has the server read a file; nothing is stored. */
export const readFile = (file: File): Promise<RuleBookReadingResponse> =>
  callApi('/rulebook-readings', { method: 'POST', file, answer: RuleBookReadingResponse });
