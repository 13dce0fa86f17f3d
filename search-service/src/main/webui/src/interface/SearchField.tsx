import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../api/shapes';
import { Icon } from './Icon';
import { useStrings } from './strings';
import { useSuggestions } from './use-suggestions';

/**
 * The search field, a combobox after the ARIA pattern: the keyboard stays in the field, arrows walk
 * through the suggestions, Enter takes one or searches, Escape closes the list. `/` brings the
 * keyboard here from anywhere on the page.
 */
export function SearchField({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const strings = useStrings();
  const [text, setText] = useState(q);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const suggestions = useSuggestions(typed);
  const open = typed !== null && suggestions.length > 0;
  useEffect(() => setText(q), [q]);
  useEffect(() => setActive(-1), [suggestions]);

  const close = () => {
    setTyped(null);
    setActive(-1);
  };
  const search = (query: string) => {
    setText(query);
    close();
    onSearch(query.trim());
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, suggestions.length));
    }
  };
  return (
    <form
      class="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(suggestions[open ? active : -1]?.query ?? text);
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        data-search-field
        role="combobox"
        list={undefined}
        value={text}
        aria-label={strings.search.label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        {...(open && active >= 0 ? { 'aria-activedescendant': `${list}-${active}` } : {})}
        placeholder={strings.search.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        onKeyDown={onKeyDown}
        onBlur={close}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setTyped(event.currentTarget.value);
        }}
      />
      <button type="submit" class="button button-icon" aria-label={strings.search.submit}>
        <Icon name="search" />
      </button>
      <ul
        id={list}
        class="suggestions"
        role="listbox"
        aria-label={strings.search.suggestions}
        hidden={!open}
      >
        {suggestions.map((suggestion, position) => (
          <SuggestionRow
            key={`${suggestion.kind} ${suggestion.query}`}
            id={`${list}-${position}`}
            suggestion={suggestion}
            isActive={position === active}
            onChoose={() => search(suggestion.query)}
          />
        ))}
      </ul>
      <span class="visually-hidden" role="status">
        {open ? strings.search.suggestionCount(suggestions.length) : ''}
      </span>
    </form>
  );
}

/** The next place in a list that begins anew behind its end; -1 is the field itself. */
export function stepped(active: number, step: 1 | -1, length: number): number {
  const places = length + 1;
  return ((active + 1 + step + places) % places) - 1;
}

function SuggestionRow({
  id,
  suggestion,
  isActive,
  onChoose,
}: {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onChoose: () => void;
}) {
  const strings = useStrings();
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span class="suggestion-text" dir="auto">
        {suggestion.kind === 'word' ? suggestion.query : suggestion.text}
      </span>
      <span class="suggestion-kind">{strings.search.suggestionKinds[suggestion.kind]}</span>
    </li>
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
