import { RuleBookComment, RuleBookCommentsResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../platform/call-api.js';

/** All comments on a book, oldest first. Somebody else may be writing: asked for again from time to time. */
export const commentsQuery = (bookId: string) =>
  queryOptions({
    queryKey: ['rulebook-comments', bookId],
    staleTime: 10_000,
    refetchInterval: 60_000,
    queryFn: ({ signal }) =>
      callApi(`/rulebooks/${bookId}/comments`, { answer: RuleBookCommentsResponse, signal }),
  });

export const addComment = (bookId: string, place: string, text: string) =>
  callApi(`/rulebooks/${bookId}/comments`, {
    method: 'POST',
    body: { place, text },
    answer: RuleBookComment,
  });

export const resolveComment = (bookId: string, comment: string) =>
  callApi(`/rulebooks/${bookId}/comments/${comment}/resolution`, { method: 'POST', answer: RuleBookComment });
