import type { ReactNode } from 'react';
import './state-block.css';

type Props = {
  readonly kind: 'loading' | 'failed' | 'empty';
  readonly title: string;
  readonly children?: ReactNode;
};

/** The face of a screen that has nothing to show yet: what is the matter, and the one next act. */
export function StateBlock({ kind, title, children }: Props) {
  return (
    <div className={`state-block is-${kind}`} role={kind === 'failed' ? 'alert' : 'status'}>
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}
