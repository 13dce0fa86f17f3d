import { Icon } from './Icon';
import { useStrings } from './strings';
import { useClipboard } from './use-clipboard';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { cite } = useStrings();
  const [outcome, copy] = useClipboard();
  return (
    <>
      <button type="button" class="button button-small" onClick={() => copy(text)}>
        <Icon name="copy" /> {label}
      </button>
      <span class="muted" role="status">
        {outcome === null ? '' : outcome === 'copied' ? cite.copied : cite.copyFailed}
      </span>
    </>
  );
}
