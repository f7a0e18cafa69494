import { Problem } from '@heng/contracts';
import type { Text } from '@heng/rules';
import i18next from 'i18next';
import type { z } from 'zod';
import { ApiError } from './api-error.js';

export type Call<T> = {
  /** The contract of the answer; absent when the answer has no body. */
  readonly answer?: z.ZodType<T>;
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Sent as the body itself, with its name beside it. */
  readonly file?: File;
  /** Sent as `If-Match`. */
  readonly version?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

/**
 * Asks the API and checks the answer against its contract.
 * @param path under `/api`, with its leading slash
 * @throws ApiError for every refusal, an unreachable server (`OFFLINE`) and an answer that breaks its contract (`BAD_ANSWER`)
 */
export async function callApi<T = undefined>(path: string, call: Call<T> = {}): Promise<T> {
  const method = call.method ?? 'GET';
  const response = await send(path, method, call);
  if (!response.ok) throw await problemOf(response);
  // A call without `answer` has T = undefined by its default.
  if (call.answer === undefined) return undefined as T;
  const parsed = call.answer.safeParse(await response.json());
  if (!parsed.success)
    throw new ApiError({ code: 'BAD_ANSWER', status: response.status, message: said('errors.badAnswer') });
  return parsed.data;
}

async function send(path: string, method: string, call: Call<unknown>): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (call.file !== undefined) {
    headers['Content-Type'] = 'application/octet-stream';
    headers['X-File-Name'] = encodeURIComponent(call.file.name);
  } else if (method !== 'GET') headers['Content-Type'] = 'application/json';
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`;
  if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey;
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(method !== 'GET' && { body: call.file ?? JSON.stringify(call.body ?? {}) }),
      ...(call.signal && { signal: call.signal }),
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new ApiError({ code: 'OFFLINE', status: 0, message: said('errors.offline') });
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = Problem.safeParse(body);
  if (problem.success) return new ApiError(problem.data);
  return new ApiError({
    code: 'UNREADABLE_ERROR',
    status: response.status,
    message: said('errors.unreadable'),
  });
}

const said = (key: string): Text => ({
  zh: i18next.getFixedT('zh-CN')(key),
  en: i18next.getFixedT('en')(key),
});
