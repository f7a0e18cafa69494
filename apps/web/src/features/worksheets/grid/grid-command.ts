/** What a key asks of the grid; null leaves the key to the browser or the editor. */
export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly to: 'top' | 'bottom' | 'left' | 'right'; readonly extend: boolean }
  | { readonly kind: 'corner'; readonly to: 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'page'; readonly direction: 1 | -1; readonly extend: boolean }
  | { readonly kind: 'tab'; readonly direction: 1 | -1 }
  | { readonly kind: 'enter'; readonly direction: 1 | -1 }
  | {
      readonly kind:
        'edit' | 'cancel' | 'undo' | 'redo' | 'clear' | 'select-all' | 'fill-down' | 'fill-range';
    }
  | { readonly kind: 'next-problem' | 'next-empty'; readonly direction: 1 | -1 };

export type GridKey = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly editing: 'no' | 'typing' | 'in-place';
};

const arrows: Record<string, readonly [number, number, 'top' | 'bottom' | 'left' | 'right']> = {
  ArrowUp: [-1, 0, 'top'],
  ArrowDown: [1, 0, 'bottom'],
  ArrowLeft: [0, -1, 'left'],
  ArrowRight: [0, 1, 'right'],
};

/** The keyboard map. Pure, so that it can be read and tested as a table. */
export function commandOf({ key, ctrl, shift, editing }: GridKey): GridCommand | null {
  const direction = shift ? -1 : 1;
  const inPlace = editing === 'in-place';
  const arrow = arrows[key];
  if (arrow) {
    if (inPlace) return null;
    const [rows, columns, to] = arrow;
    return ctrl ? { kind: 'edge', to, extend: shift } : { kind: 'move', rows, columns, extend: shift };
  }
  switch (key) {
    case 'Enter':
      return ctrl ? { kind: 'fill-range' } : { kind: 'enter', direction };
    case 'Tab':
      return { kind: 'tab', direction };
    case 'Home':
    case 'End':
      if (inPlace) return null;
      return ctrl
        ? { kind: 'corner', to: key === 'Home' ? 'first' : 'last', extend: shift }
        : { kind: 'edge', to: key === 'Home' ? 'left' : 'right', extend: shift };
    case 'PageUp':
    case 'PageDown':
      return { kind: 'page', direction: key === 'PageUp' ? -1 : 1, extend: shift };
    case 'F2':
      return { kind: 'edit' };
    case 'F8':
      return { kind: 'next-problem', direction };
    case 'Escape':
      return { kind: 'cancel' };
    case 'Delete':
    case 'Backspace':
      return editing === 'no' ? { kind: 'clear' } : null;
    default:
      return ctrl ? withControl(key.toLowerCase(), shift, editing) : null;
  }
}

function withControl(key: string, shift: boolean, editing: GridKey['editing']): GridCommand | null {
  switch (key) {
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'a':
      return editing === 'no' ? { kind: 'select-all' } : null;
    case 'd':
      return { kind: 'fill-down' };
    case ';':
    case ':':
    case '；':
      return { kind: 'next-empty', direction: shift ? -1 : 1 };
    default:
      return null;
  }
}
