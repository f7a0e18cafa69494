import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../platform/api-error.js';
import './base.css';
import { createAppRouter } from './router.js';
import { sessionExpiry } from './session-expiry.js';

/** Providers around the routes. */
export function App() {
  const [{ queries, router }] = useState(createServices);
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

function createServices() {
  const notice = (error: unknown) => {
    if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') sessionExpiry.expire();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal stays a refusal; only a server that could not be reached is asked again.
        retry: (count, error) =>
          count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
  return { queries, router: createAppRouter(queries) };
}
