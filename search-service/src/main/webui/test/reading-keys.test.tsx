import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ParallelText, type Side } from '../src/reading/parallel-text';
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
  onFind: vi.fn(),
  onCite: vi.fn(),
  onToggle: vi.fn(),
};
let root: HTMLElement;

let sides: readonly Side[] = ['original', 'translation'];
const curating = { onFinding: vi.fn(), onEditing: vi.fn(), onTake: vi.fn() };

function Desk({ selected, editing }: { selected: string; editing: boolean | null }) {
  useReadingKeys({
    text,
    selected: text.sentence(selected),
    firstSentence: text.original[0] ?? null,
    page: 1,
    sides,
    curating: editing === null ? null : { editing, ...curating },
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

/** Opens the desk to a reader (null), or to a curator who corrects links or not. */
function open(selected: string, editing: boolean | null = null): void {
  act(() => render(<Desk selected={selected} editing={editing} />, root));
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
  [...Object.values(calls), ...Object.values(curating)].forEach((call) => call.mockReset());
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

  it('crosses to the hand on which the other text lies', () => {
    sides = ['translation', 'original'];
    open('s1');
    press('ArrowRight', sentence('s3'));
    expect(calls.onSelect).not.toHaveBeenCalled();
    press('ArrowLeft', sentence('s3'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('t2');
    document.documentElement.dir = 'rtl';
    press('ArrowLeft', sentence('t2'));
    expect(calls.onSelect).toHaveBeenLastCalledWith('s3');
    document.documentElement.dir = '';
    sides = ['original', 'translation'];
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

  it('has letters for curators that mean nothing to readers', () => {
    open('s1');
    ['n', 'e', 'x'].forEach((key) => press(key));
    expect(curating.onFinding).not.toHaveBeenCalled();
    expect(curating.onEditing).not.toHaveBeenCalled();
    open('s1', false);
    ['n', 'p', 'e', 'x'].forEach((key) => press(key));
    expect(curating.onFinding.mock.calls).toEqual([[1], [-1]]);
    expect(curating.onEditing).toHaveBeenCalledOnce();
    expect(curating.onTake).not.toHaveBeenCalled();
  });

  it('takes the focused sentence into the link that is corrected, and presses the tools', () => {
    open('s1', true);
    const tool = document.createElement('button');
    const pressed = vi.fn();
    tool.dataset['correctKey'] = 'm';
    tool.addEventListener('click', pressed);
    root.append(tool);
    sentence('t2').focus();
    press('x', sentence('t2'));
    press('m', sentence('t2'));
    expect(curating.onTake).toHaveBeenCalledWith('t2');
    expect(pressed).toHaveBeenCalledOnce();
    tool.remove();
  });

  it('finds, and shows and hides panes', () => {
    open('s1');
    press('f');
    press('1');
    press('3');
    expect(calls.onFind).toHaveBeenCalledOnce();
    expect(calls.onToggle.mock.calls).toEqual([['scan'], ['translation']]);
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
