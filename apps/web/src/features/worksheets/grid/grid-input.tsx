import { useImperativeHandle, useRef, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './grid-column.js';

export type Editing = 'no' | 'typing' | 'in-place';
export type GridInputHandle = {
  readonly focus: () => void;
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly holds: (target: EventTarget) => boolean;
};

type Props = {
  readonly handle: Ref<GridInputHandle>;
  readonly column: GridColumn | undefined;
  readonly unitName: string;
  readonly shown: string;
  readonly editing: Editing;
  /** Id of the rendered cell; undefined while it is scrolled away. */
  readonly cellId: string | undefined;
  readonly style: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly onTyping: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onLeave: () => void;
};

/**
 * One always focused, transparent textarea that moves with the active cell, so that input methods, phone keyboards and
 * the clipboard work as in any text field; cells themselves never hold focus.
 */
export function GridInput({
  handle,
  column,
  unitName,
  shown,
  editing,
  cellId,
  style,
  onTyping,
  onKey,
  onPaste,
  onCopy,
  onLeave,
}: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  useImperativeHandle(handle, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    text: () => input.current?.value ?? '',
    setText: (text) => {
      if (input.current) input.current.value = text;
    },
    holds: (target) => target === input.current,
  }));
  return (
    <div className={editing === 'no' ? 'grid-active' : 'grid-active is-editing'} style={style}>
      <textarea
        ref={input}
        rows={1}
        className="grid-input"
        inputMode={column?.numeric ? 'decimal' : 'text'}
        readOnly={column === undefined || column.locked || column.entry === 'dialog'}
        aria-label={t('grid.cell', {
          unit: unitName,
          fact: column?.title ?? '',
          measure: column?.unit ?? '',
          value: shown === '' ? t('grid.empty') : shown,
        })}
        aria-activedescendant={cellId}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={(event) => {
          // The input method owns the key while it composes; 229 is what old Chromium sends then.
          if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
          onKey(event);
        }}
        onInput={onTyping}
        onCompositionStart={() => {
          composing.current = true;
          onTyping();
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
        onBlur={onLeave}
      />
    </div>
  );
}
