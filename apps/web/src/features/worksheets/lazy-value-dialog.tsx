import { lazy, Suspense, type ComponentProps } from 'react';

const Dialog = lazy(() =>
  import('./value-dialog.js').then(({ ValueDialog: component }) => ({ default: component })),
);

/** The dialog for structured values, loaded when the first one is opened. */
export function ValueDialog(props: ComponentProps<typeof Dialog>) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
