import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

/** A button that opens a small panel below it; Escape, a click elsewhere and leaving it close it. */
export function Popover({
  label,
  icon,
  isOn = false,
  children,
}: {
  label: string;
  icon: IconName;
  /** Whether something in the panel is not as usual. */
  isOn?: boolean;
  children: (close: () => void) => ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const outside = (event: Event) => {
      if (event.target instanceof Node && !(root.current?.contains(event.target) ?? false)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      ref={root}
      class="popover"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.preventDefault();
          close();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        class={`button button-icon button-quiet ${isOn ? 'is-on' : ''}`}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      <div id={panel} class="popover-panel" role="group" aria-label={label} hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  );
}
