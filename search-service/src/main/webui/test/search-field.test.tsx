import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '../src/api/client';
import { FailureNotice } from '../src/interface/Notice';
import { SearchField, stepped } from '../src/interface/SearchField';

const onSearch = vi.fn();
let root: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  onSearch.mockClear();
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      const typed = new URL(url, 'http://test').searchParams.get('q') ?? '';
      return new Response(
        JSON.stringify({
          suggestions: [
            { text: 'boyante', kind: 'word', query: `${typed}ante` },
            { text: 'Boyero, Ana', kind: 'person', query: 'person:"Boyero, Ana"' },
          ],
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    }),
  );
  root = document.createElement('div');
  document.body.append(root);
  act(() => render(<SearchField q="" onSearch={onSearch} />, root));
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const field = () => root.querySelector('input') as HTMLInputElement;
const options = () => [...root.querySelectorAll('[role=option]')];
const press = (key: string) =>
  act(() => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });

async function type(text: string): Promise<void> {
  await act(async () => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    await vi.advanceTimersByTimeAsync(200);
  });
}

const submit = () =>
  act(() => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  });

describe('the search field', () => {
  it('offers what the archive has, and says so to a screen reader', async () => {
    await type('boy');
    expect(options().map((option) => option.textContent)).toEqual([
      'boyanteword',
      'Boyero, Anaperson',
    ]);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(root.querySelector('[role=status]')?.textContent).toBe('2 suggestions');
  });

  it('walks through the suggestions and takes the chosen one', async () => {
    await type('boy');
    press('ArrowDown');
    press('ArrowDown');
    expect(field().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    expect(options()[1]?.getAttribute('aria-selected')).toBe('true');
    submit();
    expect(onSearch).toHaveBeenCalledWith('person:"Boyero, Ana"');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('searches for what was typed when nothing is chosen', async () => {
    await type('boy');
    submit();
    expect(onSearch).toHaveBeenCalledWith('boy');
  });

  it('closes on Escape', async () => {
    await type('boy');
    press('Escape');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(field().value).toBe('boy');
  });

  it('asks nothing for a single letter', async () => {
    await type('b');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('walks in a circle through the list and the field', () => {
    expect(stepped(-1, 1, 2)).toBe(0);
    expect(stepped(1, 1, 2)).toBe(-1);
    expect(stepped(-1, -1, 2)).toBe(1);
  });
});

describe('a query that is not understood', () => {
  it('shows where', () => {
    const failure = new ApiFailure('refused', 400, {
      type: null,
      title: null,
      status: 400,
      detail: 'There is no field titel.',
      code: 'query.field-unknown',
      findings: [{ code: null, field: 'q', message: 'Expected here: title', position: 5 }],
    });
    act(() => render(<FailureNotice failure={failure} query="luz, titel:faro" />, root));
    expect(root.querySelector('.faulty-query mark')?.textContent).toBe('titel:faro');
    act(() => render(<FailureNotice failure={failure} query="luz, " />, root));
    expect(root.querySelector('.faulty-query mark')?.textContent).toBe('\u2423');
  });
});
