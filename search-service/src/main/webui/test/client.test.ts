import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, getBitext, getDocument, getPages, search } from '../src/api/client';
import { forgetToken, readClaims, storeToken } from '../src/api/token';
import { emptySearch } from '../src/routing/search-url';
import { bitext } from './fixtures';

const signal = new AbortController().signal;
const answers = vi.fn<(input: string, init?: RequestInit) => Promise<Response>>();

const json = (body: unknown, status = 200, type = 'application/json') =>
  Promise.resolve(
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }),
  );

const failureOf = async (promise: Promise<unknown>): Promise<ApiFailure> => {
  const failure: unknown = await promise.catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(ApiFailure);
  return failure as ApiFailure;
};

beforeEach(() => vi.stubGlobal('fetch', answers));
afterEach(() => {
  answers.mockReset();
  vi.unstubAllGlobals();
  forgetToken();
});

const hit = {
  documentId: 'd',
  title: 'Informe',
  date: { edtf: '1931', printed: '1931' },
  passages: [
    {
      segments: ['s1'],
      role: 'original',
      language: 'es',
      text: 'Una boya',
      marks: [{ start: 4, end: 8 }],
      pages: [1],
      boxes: [],
      markBoxes: [],
      counterparts: [],
    },
  ],
};

describe('search answers', () => {
  it('are asked for by the parameters of the API', async () => {
    answers.mockReturnValue(json({ total: 0, hits: [], facets: {} }));
    await search({ ...emptySearch, q: 'boya roja', fromDate: '1931' }, 'abc', signal);
    expect(answers.mock.calls[0]?.[0]).toBe(
      '/v1/search?q=boya+roja&from-date=1931&size=10&cursor=abc',
    );
  });

  it('fill what may be absent', async () => {
    answers.mockReturnValue(json({ total: 1, hits: [hit] }));
    const answer = await search(emptySearch, null, signal);
    expect(answer.next).toBeNull();
    expect(answer.facets).toEqual({});
    expect(answer.hits[0]).toMatchObject({ access: 'public', thumbnail: null, collection: null });
  });

  it('take an access level as a word or as an object', async () => {
    answers.mockReturnValue(
      json({ total: 1, hits: [{ ...hit, access: { level: 'restricted' } }] }),
    );
    expect((await search(emptySearch, null, signal)).hits[0]?.access).toBe('restricted');
  });

  it.each([
    ['no total', { hits: [] }],
    [
      'a mark that ends before it starts',
      {
        total: 1,
        hits: [{ ...hit, passages: [{ ...hit.passages[0], marks: [{ start: 8, end: 4 }] }] }],
      },
    ],
    [
      'a box on page 0',
      {
        total: 1,
        hits: [
          {
            ...hit,
            passages: [
              { ...hit.passages[0], boxes: [{ page: 0, x: 0, y: 0, width: 1, height: 1 }] },
            ],
          },
        ],
      },
    ],
    [
      'an unknown role',
      {
        total: 1,
        hits: [{ ...hit, passages: [{ ...hit.passages[0], role: 'gloss' }] }],
      },
    ],
  ])('are refused with %s', async (_, body) => {
    answers.mockReturnValue(json(body));
    expect((await failureOf(search(emptySearch, null, signal))).kind).toBe('malformed');
  });
});

describe('documents', () => {
  it('keep their record and ignore unknown fields', async () => {
    answers.mockReturnValue(
      json({
        documentId: 'd',
        revision: 3,
        state: 'published',
        later: 1,
        record: { title: 'T', more: 2 },
      }),
    );
    const document = await getDocument('d', signal);
    expect(document.record).toMatchObject({ title: 'T', people: [], date: null });
    expect(document.record).not.toHaveProperty('more');
  });

  it('have their pages in order', async () => {
    const page = (number: number) => ({
      page: number,
      widthPixels: 10,
      heightPixels: 20,
      image: '/i',
      thumbnail: '/t',
    });
    answers.mockReturnValue(json({ documentId: 'd', pages: [page(2), page(1)] }));
    expect((await getPages('d', signal)).map(({ page: number }) => number)).toEqual([1, 2]);
  });

  it('have bitexts by language', async () => {
    answers.mockReturnValue(json(bitext));
    expect((await getBitext('a/b', 'en', signal)).value).toEqual(bitext);
    expect(answers.mock.calls[0]?.[0]).toBe('/v1/documents/a%2Fb/bitexts/en');
  });
});

describe('failures', () => {
  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'not-allowed'],
    [403, 'not-allowed'],
    [400, 'refused'],
    [503, 'unavailable'],
  ] as const)('tell status %d as %s', async (status, kind) => {
    answers.mockReturnValue(json({}, status));
    expect((await failureOf(getDocument('d', signal))).kind).toBe(kind);
  });

  it('keep the problem that the server describes', async () => {
    answers.mockReturnValue(
      json(
        {
          title: 'Query not understood',
          status: 400,
          code: 'query',
          findings: [{ code: 'c', field: 'q', message: 'Say more', position: null }],
        },
        400,
        'application/problem+json',
      ),
    );
    const failure = await failureOf(search(emptySearch, null, signal));
    expect(failure.problem?.findings).toEqual([
      { code: 'c', field: 'q', message: 'Say more', position: null },
    ]);
  });

  it('survive an error page that is not JSON', async () => {
    answers.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await failureOf(getDocument('d', signal))).toMatchObject({
      kind: 'unavailable',
      problem: null,
    });
  });

  it('name a missing connection', async () => {
    answers.mockRejectedValue(new TypeError('fetch failed'));
    expect((await failureOf(getDocument('d', signal))).kind).toBe('offline');
  });

  it('name an answer that is no JSON', async () => {
    answers.mockResolvedValue(new Response('hello'));
    expect((await failureOf(getDocument('d', signal))).kind).toBe('malformed');
  });
});

describe('the token', () => {
  const payload = btoa(JSON.stringify({ sub: 'ana', roles: ['reader'], exp: 2000000000 }));

  it('goes with every call, its scheme written once', async () => {
    storeToken(`Bearer h.${payload}.s `);
    answers.mockReturnValue(json({ documentId: 'd', record: { title: 'T' } }));
    await getDocument('d', signal);
    const headers = answers.mock.calls[0]?.[1]?.headers as Headers;
    expect(headers.get('authorization')).toBe(`Bearer h.${payload}.s`);
  });

  it('is absent when there is none', async () => {
    answers.mockReturnValue(json({ documentId: 'd', record: { title: 'T' } }));
    await getDocument('d', signal);
    expect((answers.mock.calls[0]?.[1]?.headers as Headers).has('authorization')).toBe(false);
  });

  it('shows whose it is, and is none when it cannot be read', () => {
    expect(readClaims(`h.${payload}.s`)).toMatchObject({ name: 'ana', roles: ['reader'] });
    expect(readClaims('nonsense')).toBeNull();
    expect(readClaims('a.b!.c')).toBeNull();
  });
});
