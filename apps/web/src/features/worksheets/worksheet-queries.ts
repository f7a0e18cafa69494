import { SaveCellsResponse, WorksheetResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../platform/call-api.js';
import type { SaveCells } from './autosave.js';

/** Never refetched by itself while it is edited: the grid owns its cells, conflicts come with the answers to saves. */
export const worksheetQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['worksheet', cycleId],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ signal }) => callApi(`/cycles/${cycleId}/worksheet`, { answer: WorksheetResponse, signal }),
  });

export const saveCells =
  (cycleId: string): SaveCells =>
  (body, idempotencyKey) =>
    callApi(`/cycles/${cycleId}/facts`, { method: 'PATCH', body, idempotencyKey, answer: SaveCellsResponse });
