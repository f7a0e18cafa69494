import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Answers requests by path; a path that is not listed fails the test that asked for it. */
export function stubFetch(answers: Readonly<Record<string, { status?: number; body: unknown }>>): void {
  globalThis.fetch = (input) => {
    const path = String(input).replace(/^\/api/, '');
    const answer = answers[path];
    if (answer === undefined) throw new Error(`the test has no answer for ${path}`);
    const status = answer.status ?? 200;
    // The two members of a response that callApi reads.
    return Promise.resolve({
      ok: status < 400,
      status,
      json: () => Promise.resolve(answer.body),
    } as Response);
  };
}

export function renderWithQueries(element: ReactNode): void {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={client}>{element}</QueryClientProvider>);
}
