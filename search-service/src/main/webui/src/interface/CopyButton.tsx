import { useEffect, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useStrings } from './strings';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { cite } = useStrings();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(null), 3000);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <>
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setOutcome('copied'),
            () => setOutcome('failed'),
          );
        }}
      >
        <Icon name="copy" /> {label}
      </button>
      <span class="muted" role="status">
        {outcome === null ? '' : outcome === 'copied' ? cite.copied : cite.copyFailed}
      </span>
    </>
  );
}
