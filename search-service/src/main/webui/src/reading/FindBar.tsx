import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../interface/Icon';
import { useStrings } from '../interface/strings';
import type { Finding } from './use-find';

/** The line in which one looks for words in this document. */
export function FindBar({ find }: { find: Finding }) {
  const strings = useStrings();
  const labels = strings.reading.find;
  const input = useRef<HTMLInputElement>(null);
  // Before the next key comes, which would be a command of the page otherwise.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [find.asked]);
  const { matches, current, wanted } = find;
  return (
    <form
      class="find-bar"
      role="search"
      aria-label={labels.title}
      onSubmit={(event) => event.preventDefault()}
    >
      <input
        ref={input}
        type="search"
        data-find-field
        aria-label={labels.title}
        placeholder={labels.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={wanted}
        onInput={(event) => find.look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            find.step(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            find.close();
          }
        }}
      />
      <span class="find-count" role="status">
        {wanted.trim() === ''
          ? ''
          : matches.length === 0
            ? labels.none
            : labels.count(current + 1, matches.length)}
      </span>
      <button
        type="button"
        class="button button-icon button-quiet"
        aria-label={labels.previous}
        title={labels.previous}
        disabled={matches.length === 0}
        onClick={() => find.step(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="button button-icon button-quiet"
        aria-label={labels.next}
        title={labels.next}
        disabled={matches.length === 0}
        onClick={() => find.step(1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="button button-icon button-quiet"
        aria-label={strings.close}
        title={strings.close}
        onClick={find.close}
      >
        <Icon name="close" />
      </button>
    </form>
  );
}
