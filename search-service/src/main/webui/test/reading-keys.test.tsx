import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ParallelText } from '../src/reading/parallel-text';
import { useReadingKeys } from '../src/reading/use-reading-keys';
import { bitext } from './fixtures';

const text = ParallelText.ofBitext(bitext);
const calls = {
  onSelect: vi.fn(),
  onReveal: vi.fn(),
  onTurn: vi.fn(),
  onClear: vi.fn(),
  onScan: vi.fn(),
  onRecord: vi.fn(),
};
let root: HTMLElement;

function Desk({ selected }: { selected: string }) {
  useReadingKeys({
    text,
    selected: text.sentence(selected),
    firstSentence: text.original[0] ?? null,
    page: 1,
    ...calls,
  });
  return (
    <>
      <input />
      {[...text.original, ...text.translation].map(({ id }) => (
        <span key={id} tabIndex={-1} data-sentence={id} />
      ))}
    </>
  );
}

function open(selected: string): void {
  act(() => render(<Desk selected={selected} />, root));
}

function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

const sentence = (id: string) => root.querySelector(`[data-sentence=${id}]`) as HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
  Object.values(calls).forEach((call) => call.mockReset());
});

describe('the keyboard of the reading page', () => {
  it('begins with the first sentence and goes on from the lit one', () => {
    open('');
    press('j');
    expect(calls.onSelect).toHaveBeenLastCalledWith('s1');
    open('s2');
    press('j');
    expect(calls.onSelect).toHaveBeenLastCalledWith('s3');
    press('k');
    expect(calls.onSelect).toHaveBeenLastCalledWith('s1');
  });

  it('walks, crosses and jumps from the sentence that has the focus', () => {
    open('s1');
    press('ArrowDown', sentence('s1'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('s2');
    press('ArrowRight', sentence('s3'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('t2');
    expect(calls.onReveal).toHaveBeenLastCalledWith('translation');
    press('ArrowLeft', sentence('t1'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('s1');
    press('End', sentence('t1'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('t3');
    press('Enter', sentence('t3'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('t3');
  });

  it('does not cross where there is no counterpart', () => {
    open('s4');
    press('ArrowRight', sentence('s4'));
    expect(calls.onSelect).not.toHaveBeenCalled();
  });

  it('leaves arrows alone outside the texts, where they scroll and pan', () => {
    open('s1');
    press('ArrowDown');
    expect(calls.onSelect).not.toHaveBeenCalled();
  });

  it('turns pages, zooms, opens the record and puts out the light', () => {
    open('s1');
    press(']');
    press('[');
    press('+');
    press('0');
    press('i');
    press('Escape');
    expect(calls.onTurn.mock.calls).toEqual([[2], [0]]);
    expect(calls.onScan.mock.calls).toEqual([['zoom-in'], ['fit-page']]);
    expect(calls.onRecord).toHaveBeenCalledOnce();
    expect(calls.onClear).toHaveBeenCalledOnce();
  });

  it('belongs to the reader who types, and to the browser', () => {
    open('s1');
    press('j', root.querySelector('input') ?? root);
    press('j', document.body, { ctrlKey: true });
    expect(calls.onSelect).not.toHaveBeenCalled();
  });

  it('rests while a dialog is open', () => {
    open('s1');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    root.append(dialog);
    press('j');
    expect(calls.onSelect).not.toHaveBeenCalled();
  });
});
