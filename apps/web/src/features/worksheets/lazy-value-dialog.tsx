import { lazy, type ComponentProps } from 'react';
import { LazyAntd } from '../../ui/lazy-antd.js';

const Dialog = lazy(() =>
  import('./value-dialog.js').then(({ ValueDialog: component }) => ({ default: component })),
);

/** The dialog for structured values, loaded when the first one is opened. */
export function ValueDialog(props: ComponentProps<typeof Dialog>) {
  return (
    <LazyAntd fallback={null}>
      <Dialog {...props} />
    </LazyAntd>
  );
}
