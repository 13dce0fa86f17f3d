import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useStrings } from './strings';

/** The search field; `/` brings the keyboard here from anywhere on the page. */
export function SearchField({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const strings = useStrings();
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(q), [q]);
  return (
    <form
      class="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
        input.current?.blur();
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        data-search-field
        value={text}
        aria-label={strings.search.label}
        placeholder={strings.search.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button button-icon" aria-label={strings.search.submit}>
        <Icon name="search" />
      </button>
    </form>
  );
}

/** Whether a key press belongs to a field that takes text, and so is nobody else's. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

export function focusSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  field?.focus();
  field?.select();
  return field !== null;
}
