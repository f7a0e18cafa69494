import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { commentsQuery } from './comment-requests.js';

/** How many comments on each place nobody has resolved yet; empty until they are known. */
export function useCommentCounts(bookId: string): ReadonlyMap<string, number> {
  const { data } = useQuery(commentsQuery(bookId));
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { place, resolved } of data?.items ?? [])
      if (resolved === null) counts.set(place, (counts.get(place) ?? 0) + 1);
    return counts;
  }, [data]);
}
