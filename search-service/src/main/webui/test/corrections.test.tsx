import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CorrectionBar } from '../src/curating/CorrectionBar';
import { useCorrections } from '../src/curating/use-corrections';
import type { Reading } from '../src/reading/load-reading';
import { ParallelText } from '../src/reading/parallel-text';
import { bitext } from './fixtures';

const text = ParallelText.ofBitext(bitext);
const onChanged = vi.fn();
let root: HTMLElement;
let requests: { url: string; tag: string | null; body: unknown }[] = [];
let answer: () => Response = () => new Response('{}');

function readingUnder(tag: string): Reading {
  return {
    document: {
      documentId: 'd',
      revision: 1,
      state: 'published',
      ingestId: null,
      record: {} as Reading['document']['record'],
      translations: [],
    },
    pages: [],
    translations: [],
    translation: { language: 'en', translator: null },
    originalLanguage: 'es',
    ingest: null,
    text,
    furniture: null,
    bitextTag: tag,
    linkedBy: null,
  };
}

function Bench({ tag, selected }: { tag: string; selected: string }) {
  const corrections = useCorrections(readingUnder(tag), selected, onChanged);
  return (
    <>
      <button id="edit" onClick={() => corrections.setEditing(true)} />
      <button id="drop" onClick={() => corrections.drop('t3', selected)} />
      <CorrectionBar
        text={text}
        selected={text.sentence(selected)}
        corrections={corrections}
        languages={{ original: 'es', translation: 'en' }}
      />
    </>
  );
}

const show = (tag: string, selected: string) =>
  act(() => render(<Bench tag={tag} selected={selected} />, root));
const tool = (name: string) =>
  root.querySelector<HTMLButtonElement>(`[data-correct=${name}]`) as HTMLButtonElement;
const press = async (element: HTMLElement | null) => {
  await act(async () => {
    element?.click();
    await Promise.resolve();
  });
};
const settled = () => act(() => new Promise((done) => setTimeout(done, 0)));

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  requests = [];
  answer = () => new Response('{}', { headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', (url: string, more: RequestInit) => {
    requests.push({
      url,
      tag: new Headers(more.headers).get('if-match'),
      body: JSON.parse(String(more.body)),
    });
    return Promise.resolve(answer());
  });
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
  vi.unstubAllGlobals();
  onChanged.mockReset();
});

describe('correcting a link', () => {
  it('has nothing to confirm where a person has set the link', () => {
    show('"7"', 's3');
    expect(tool('save').disabled).toBe(true);
  });

  it('confirms it under the tag that was seen', async () => {
    show('"7"', 's1');
    await press(tool('save'));
    expect(requests).toEqual([
      {
        url: '/v1/documents/d/bitexts/en',
        tag: '"7"',
        body: { operations: [{ op: 'confirm', source: ['s1', 's2'], target: ['t1'] }] },
      },
    ]);
  });

  it('waits after a change until the new links are there', async () => {
    show('"7"', 's3');
    await press(tool('unlink'));
    await settled();
    expect(onChanged).toHaveBeenCalledOnce();
    expect(tool('undo').disabled).toBe(true);
    show('"8"', 's3');
    expect(tool('undo').disabled).toBe(false);
    await press(tool('undo'));
    expect(requests.at(-1)).toMatchObject({ tag: '"8"', body: { undo: 'last' } });
  });

  it('takes a dropped sentence in, and out again', async () => {
    show('"7"', 's3');
    await press(root.querySelector('#drop'));
    const members = () =>
      [...root.querySelectorAll('[data-draft=translation] li span')].map((li) => li.textContent);
    expect(members()).toEqual(['Three pass over.', 'Added.']);
    expect(tool('save').textContent).toContain('Save link');
    await press(root.querySelector('[data-draft=translation] li:last-child button'));
    expect(members()).toEqual(['Three pass over.']);
    await press(root.querySelector('#drop'));
    await press(tool('save'));
    expect(requests.at(-1)?.body).toEqual({
      operations: [{ op: 'link', source: ['s3'], target: ['t2', 't3'] }],
    });
  });

  it('says that somebody else was faster, and lets go on', async () => {
    answer = () => new Response('{}', { status: 412 });
    show('"7"', 's3');
    await press(tool('unlink'));
    await settled();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Somebody has changed this');
    expect(onChanged).toHaveBeenCalledOnce();
    expect(tool('unlink').disabled).toBe(false);
  });

  it('shows what the service has against it', async () => {
    answer = () =>
      new Response(
        JSON.stringify({
          title: 'This cannot be changed so',
          findings: [{ code: 'link.crossing', field: 'operations[0]', message: 'It crosses one.' }],
        }),
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      );
    show('"7"', 's1');
    await press(tool('join'));
    await settled();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('It crosses one.');
  });
});
