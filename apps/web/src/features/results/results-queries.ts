import { PublicationResponse, ResultsResponse, UnitExplanationsResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../platform/call-api.js';

export type Basis = ResultsResponse['basis'];

export const resultsQuery = (cycleId: string, basis: Basis) =>
  queryOptions({
    queryKey: ['results', cycleId, basis],
    queryFn: ({ signal }) =>
      callApi(`/cycles/${cycleId}/results?basis=${basis}`, { answer: ResultsResponse, signal }),
  });

export const unitQuery = (cycleId: string, unit: string, basis: Basis) =>
  queryOptions({
    queryKey: ['results', cycleId, basis, unit],
    queryFn: ({ signal }) =>
      callApi(`/cycles/${cycleId}/results/${unit}?basis=${basis}`, {
        answer: UnitExplanationsResponse,
        signal,
      }),
  });

/** The seal of a published cycle. */
export const publicationQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['publication', cycleId],
    queryFn: ({ signal }) =>
      callApi(`/cycles/${cycleId}/publication`, { answer: PublicationResponse, signal }),
  });
