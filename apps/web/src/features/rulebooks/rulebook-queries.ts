import { RuleBookListResponse, RuleBookResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../platform/call-api.js';

/** A published book never changes: it is asked for once. */
export const ruleBookQuery = (id: string) =>
  queryOptions({
    queryKey: ['rulebook', id],
    staleTime: Infinity,
    queryFn: ({ signal }) => callApi(`/rulebooks/${id}`, { answer: RuleBookResponse, signal }),
  });

export const ruleBooksQuery = queryOptions({
  queryKey: ['rulebooks'],
  queryFn: ({ signal }) => callApi('/rulebooks?limit=200', { answer: RuleBookListResponse, signal }),
});
