import { CycleListResponse, CycleResponse, WorkItemListResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../platform/call-api.js';

export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: ({ signal }) => callApi('/cycles?limit=100', { answer: CycleListResponse, signal }),
});

export const cycleQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id],
    queryFn: ({ signal }) => callApi(`/cycles/${id}`, { answer: CycleResponse, signal }),
  });

export const workItemsQuery = queryOptions({
  queryKey: ['work-items'],
  queryFn: ({ signal }) => callApi('/work-items', { answer: WorkItemListResponse, signal }),
});
