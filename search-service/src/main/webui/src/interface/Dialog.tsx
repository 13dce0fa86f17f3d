import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { useStrings } from './strings';

/** A modal dialog on the browser's own <dialog>: focus stays inside, Escape and the backdrop close it. */
export function Dialog({
  title,
  kind,
  onClose,
  children,
}: {
  title: string;
  kind: 'middle' | 'drawer';
  onClose: () => void;
  children: ComponentChildren;
}) {
  const strings = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the next key comes, which would be a command of the page otherwise.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) {
          dialog.current?.close();
        }
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            class="button button-icon"
            aria-label={strings.close}
            title={strings.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
