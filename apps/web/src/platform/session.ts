import { SessionResponse, type Role } from '@heng/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiError } from './api-error.js';
import { callApi } from './call-api.js';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<SessionResponse | null> => {
    try {
      return await callApi('/session', { answer: SessionResponse, signal });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') return null;
      throw error;
    }
  },
});

export const useSessionQuery = () => useQuery(sessionQuery);

const SignedIn = createContext<SessionResponse | null>(null);
export const SignedInProvider = SignedIn.Provider;

/** The signed-in person. @throws Error outside the signed-in part of the app */
export function useSession(): SessionResponse {
  const session = useContext(SignedIn);
  if (session === null) throw new Error('useSession is for screens behind the sign-in');
  return session;
}

export const hasRole = (session: SessionResponse, ...roles: readonly Role[]): boolean =>
  session.appointments.some(({ role }) => roles.includes(role));
