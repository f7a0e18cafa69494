import { useEffect, useId, useRef, type ReactNode } from 'react';
import './dialog.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** The buttons, the one that goes on last. */
  readonly actions: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** The browser's own dialog: it keeps the focus, closes on Escape and makes the rest of the page inert. */
export function Dialog({ title, onClose, actions, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const node = dialog.current;
    if (node === null || node.open) return;
    // jsdom knows the element but not how to show it.
    if (typeof node.showModal === 'function') node.showModal();
    else node.setAttribute('open', '');
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog is-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
