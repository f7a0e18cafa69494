import {
  RuleBookDraftResponse,
  RuleBookResponse,
  RuleBookSaveResponse,
  RuleBookSavesResponse,
  type ReviewRuleBookRequest,
} from '@heng/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../platform/call-api.js';
import type { DraftServer } from './draft-store.js';

const loadDraft = (id: string): Promise<RuleBookDraftResponse> =>
  callApi(`/rulebooks/${id}/draft`, { answer: RuleBookDraftResponse });

/** Asked for anew whenever the workshop opens: somebody else may have been in it. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['rulebook-draft', id],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => loadDraft(id),
  });

export const draftServer = (id: string): DraftServer => ({
  load: () => loadDraft(id),
  save: (document, version) =>
    callApi(`/rulebooks/${id}/draft`, {
      method: 'PUT',
      version,
      body: { document },
      answer: RuleBookDraftResponse,
    }),
});

export const savesQuery = (id: string) =>
  queryOptions({
    queryKey: ['rulebook-saves', id],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => callApi(`/rulebooks/${id}/saves`, { answer: RuleBookSavesResponse, signal }),
  });

/** An earlier save never changes. */
export const saveQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['rulebook-save', id, version],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      callApi(`/rulebooks/${id}/saves/${version}`, { answer: RuleBookSaveResponse, signal }),
  });

export const review = (id: string, version: number, body: ReviewRuleBookRequest) =>
  callApi(`/rulebooks/${id}/review`, { method: 'POST', version, body, answer: RuleBookDraftResponse });

export const publish = (id: string, version: number) =>
  callApi(`/rulebooks/${id}/publication`, { method: 'POST', version, body: {}, answer: RuleBookResponse });
