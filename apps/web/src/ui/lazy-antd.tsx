import { lazy, Suspense, type ReactNode } from 'react';

const AntdRoot = lazy(() => import('./antd-root.js').then((part) => ({ default: part.AntdRoot })));

/**
 * A part that uses the component library. The library is large: pages that can do without it, such as the chair's score
 * on a phone, never load it.
 */
export function LazyAntd({
  fallback,
  children,
}: {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Suspense fallback={fallback}>
      <AntdRoot>{children}</AntdRoot>
    </Suspense>
  );
}
