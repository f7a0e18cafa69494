import { PublicationResponse, ResultsResponse, UnitExplanationsResponse } from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../platform/api-error.js';
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

/** The publication, or null before there is one. */
export const publicationQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['publication', cycleId],
    queryFn: async ({ signal }): Promise<PublicationResponse | null> => {
      try {
        return await callApi(`/cycles/${cycleId}/publication`, { answer: PublicationResponse, signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });
