/**
 * Development only: answers Cotejo's API from the sample papers, and serves the built reading room
 * with the Content-Security-Policy that it must live with. Not part of the product.
 *
 * Usage: node dev/mock-server.mjs [--port 4401] [--dist DIRECTORY]
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bitext, documents, lineBoxes, pageSize, pageSvg, readingText } from './sample.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4401' },
    dist: { type: 'string', default: resolve(import.meta.dirname, '../../../../target/webui') },
  },
});

const policy = "default-src 'self'; img-src 'self' blob: data:";
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://mock');
  try {
    if (url.pathname.startsWith('/v1/')) api(request, response, url);
    else file(response, url.pathname);
  } catch (error) {
    problem(response, 500, 'mock-fault', String(error));
  }
});
server.listen(Number(values.port), '127.0.0.1', () =>
  console.log(`mock API on http://127.0.0.1:${values.port}`),
);

function api(request, response, url) {
  const signedIn = (request.headers.authorization ?? '').startsWith('Bearer ');
  const visible = documents.filter(
    (document) => signedIn || document.record.access.level === 'public',
  );
  if (url.pathname === '/v1/search') return search(response, url, visible);
  if (url.pathname === '/v1/suggestions') return suggest(response, url, visible);
  if (url.pathname === '/v1/ingests/arriving') {
    return json(response, {
      ingestId: 'arriving',
      state: 'running',
      stages: [
        { stage: 'surrogates', state: 'done', done: 6, failed: 0, total: 6 },
        { stage: 'recognition', state: 'running', done: 4, failed: 0, total: 6 },
        { stage: 'alignment', state: 'waiting', done: 0, failed: 0, total: 1 },
        { stage: 'projection', state: 'waiting', done: 0, failed: 0, total: 1 },
      ],
      pages: [],
      failures: [],
    });
  }
  const match = /^\/v1\/documents\/([^/]+)(\/.*)?$/.exec(url.pathname);
  const document = visible.find(({ documentId }) => documentId === match?.[1]);
  if (!document) return problem(response, 404, 'document-not-found', 'There is no such document.');
  const rest = match[2] ?? '';
  if (rest === '')
    return json(response, {
      documentId: document.documentId,
      revision: 1,
      state: document.state ?? 'published',
      ...(document.ingestId ? { ingestId: document.ingestId } : {}),
      record: document.record,
    });
  const pages = Array.from({ length: document.pageCount }, (_, position) => position + 1);
  if (rest === '/pages' && pages.length > 0) {
    const base = `/v1/documents/${document.documentId}/pages`;
    return json(response, {
      documentId: document.documentId,
      pages: pages.map((number) => ({
        page: number,
        widthPixels: pageSize.width,
        heightPixels: pageSize.height,
        image: `${base}/${number}/image`,
        thumbnail: `${base}/${number}/thumbnail`,
      })),
    });
  }
  const image = /^\/pages\/(\d+)\/(image|thumbnail)$/.exec(rest);
  if (image && pages.includes(Number(image[1]))) {
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    return response.end(pageSvg(document, Number(image[1]), image[2] === 'image' ? 1 : 0.15));
  }
  if (rest === '/bitexts' && pages.length > 0) {
    return json(response, {
      documentId: document.documentId,
      bitexts: Object.entries(document.translations).map(([language, translator]) => ({
        language,
        ...(translator ? { translator } : {}),
      })),
    });
  }
  const [, language, more = ''] = /^\/bitexts\/([a-z-]+)(\/.*)?$/.exec(rest) ?? [];
  if (language && language in document.translations) {
    if (more !== '' && !signedIn) return problem(response, 401, 'unauthorized', 'Sign in first.');
    if (more.startsWith('/findings')) return findings(request, response, document, language, more);
    if (more === '/corrections') return json(response, { corrections: [] });
    if (request.method === 'PATCH')
      return problem(response, 501, 'mock', 'The mock keeps no corrections; use a real stack.');
    response.setHeader('etag', '"mock-1"');
    return json(response, bitext(document, language));
  }
  if (rest === '/transcription' && pages.length > 0) {
    return json(response, {
      pages: pages.map((page) => ({
        page,
        engine: { name: 'mock', version: '1', fingerprint: 'mock-1', languages: ['spa'] },
        meanConfidence: 0.93,
        needsReview: page === 2,
      })),
    });
  }
  if (rest === '/reading-text' && pages.length > 0) return json(response, readingText(document));
  return problem(response, 404, 'not-found', 'Nothing is here yet.');
}

/** What was said of findings, by document and key; forgotten when the mock ends. */
const said = new Map();

/** A finding for each of the first links, to try the panel with. */
function findings(request, response, document, language, more) {
  const { source, target, links } = bitext(document, language);
  const list = links.slice(1, 6).map((link, position) => {
    const original = source.segments.find(({ id }) => id === link.source[0]);
    const translated = target.segments.find(({ id }) => id === link.target[0]);
    const key = `f${position}`;
    return {
      key,
      rule: ['number', 'name', 'quotation', 'negation', 'omission'][position],
      severity: ['error', 'warning', 'note', 'warning', 'error'][position],
      message: 'The two sides differ here, says the mock.',
      state: 'open',
      source: { segments: [original.id], text: original.text, boxes: original.boxes.slice(0, 1) },
      target: { segments: [translated.id], text: translated.text },
      ...said.get(`${document.documentId} ${key}`),
    };
  });
  response.setHeader('etag', `"mock-${said.size}"`);
  if (request.method !== 'PATCH') return json(response, { findings: list });
  const finding = list.find(({ key }) => more === `/findings/${key}`);
  if (!finding) return problem(response, 404, 'finding-not-found', 'There is no such finding.');
  let body = '';
  request.on('data', (bytes) => (body += bytes));
  request.on('end', () => {
    const { undo, ...change } = JSON.parse(body);
    const key = `${document.documentId} ${finding.key}`;
    if (undo) said.delete(key);
    else said.set(key, { ...change, author: 'mock', changedAt: '2026-11-30T00:00:00Z' });
    json(response, finding);
  });
}

function search(response, url, visible) {
  const q = (url.searchParams.get('q') ?? '').toLowerCase().trim();
  if (q.includes('title:')) {
    return problem(
      response,
      400,
      'query-not-understood',
      'The query ends after “title:”; a word should follow.',
      [
        {
          code: 'field-without-word',
          field: 'q',
          message: 'Expected here: a word or "phrase" without a space',
          position: q.indexOf('title:') + 6,
        },
      ],
    );
  }
  const words = q.replaceAll('"', '').split(/\s+/).filter(Boolean);
  const facets = {
    language: (document) => [document.language],
    translationLanguage: (document) => Object.keys(document.translations),
    collection: (document) => [document.record.collection],
    year: (document) => [document.record.date.edtf.slice(0, 4)],
    people: (document) => document.record.people ?? [],
    places: (document) => document.record.places ?? [],
    translated: (document) => [Object.keys(document.translations).length > 0 ? 'yes' : 'no'],
    review: (document) => [document.pageCount > 3 ? 'yes' : 'no'],
  };
  const asked = (facet) =>
    url.searchParams.getAll(facet === 'translationLanguage' ? 'translation-language' : facet);
  const found = visible
    .filter((document) =>
      Object.entries(facets).every(
        ([name, valuesOf]) =>
          asked(name).length === 0 ||
          asked(name).some((value) => valuesOf(document).includes(value)),
      ),
    )
    .map((document) => ({
      document,
      passages: words.length === 0 ? [] : passagesOf(document, words),
    }))
    .filter(
      ({ document, passages }) =>
        words.length === 0 ||
        passages.length > 0 ||
        words.every((word) => document.record.title.toLowerCase().includes(word)),
    );
  const count = (valuesOf) => {
    const counts = new Map();
    found
      .flatMap(({ document }) => valuesOf(document))
      .forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
    return [...counts]
      .map(([value, times]) => ({ value, count: times }))
      .sort((one, other) => other.count - one.count);
  };
  const cursor = Number(url.searchParams.get('cursor') ?? 0);
  const size = 2;
  json(response, {
    total: found.length,
    hits: found.slice(cursor, cursor + size).map(({ document, passages }) => ({
      documentId: document.documentId,
      title: document.record.title,
      date: document.record.date,
      collection: document.record.collection,
      originalLanguages: [document.language],
      translationLanguages: Object.keys(document.translations),
      access: document.record.access.level,
      needsReview: document.pageCount > 3,
      ...(document.pageCount > 0
        ? { thumbnail: `/v1/documents/${document.documentId}/pages/1/thumbnail` }
        : {}),
      score: 1,
      passages,
    })),
    facets: Object.fromEntries(
      Object.entries(facets).map(([name, valuesOf]) => [name, count(valuesOf)]),
    ),
    ...(cursor + size < found.length ? { next: String(cursor + size) } : {}),
  });
}

function suggest(response, url, visible) {
  const typed = (url.searchParams.get('q') ?? '').toLowerCase();
  const named = (kind, values) =>
    [...new Set(values)]
      .filter((value) => value.toLowerCase().includes(typed))
      .slice(0, 4)
      .map((text) => ({ text, kind, query: `${kind}:"${text}"` }));
  const words = visible.flatMap((document) =>
    (document.segments ?? []).flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
  );
  json(response, {
    suggestions: [
      ...[...new Set(words)]
        .filter((word) => word.startsWith(typed))
        .slice(0, 4)
        .map((word) => ({ text: word, kind: 'word', query: word })),
      ...named(
        'person',
        visible.flatMap(({ record }) => record.people ?? []),
      ),
      ...named(
        'place',
        visible.flatMap(({ record }) => record.places ?? []),
      ),
      ...named(
        'title',
        visible.map(({ record }) => record.title),
      ),
    ],
  });
}

function passagesOf(document, words) {
  const marksIn = (text) =>
    words.flatMap((word) =>
      [...text.toLowerCase().matchAll(new RegExp(word.replace(/[^\p{L}\p{N}]/gu, ''), 'gu'))].map(
        (match) => ({ start: match.index, end: match.index + match[0].length }),
      ),
    );
  const translations = Object.keys(document.translations).map((language) =>
    bitext(document, language),
  );
  const passages = [];
  for (const segment of document.segments) {
    const own = marksIn(segment.text);
    const boxes = lineBoxes(segment.words);
    const counterparts = translations.flatMap((translation) => {
      const link = translation.links.find(({ source }) => source.includes(segment.id));
      if (!link) return [];
      const targets = translation.target.segments.filter(({ id }) => link.target.includes(id));
      const text = targets.map((target) => target.text).join(' ');
      return [
        {
          language: translation.language,
          role: 'translation',
          text,
          segments: link.target,
          marks: marksIn(text),
        },
      ];
    });
    if (own.length > 0) {
      passages.push({
        segments: [segment.id],
        role: 'original',
        language: document.language,
        text: segment.text,
        marks: own,
        pages: [...new Set(boxes.map((box) => box.page))],
        boxes,
        markBoxes: segment.words
          .filter((word) => own.some((mark) => mark.start < word.end && mark.end > word.start))
          .flatMap((word) => word.boxes),
        through: counterparts.some((counterpart) => counterpart.marks.length > 0)
          ? 'both'
          : 'original',
        ways: words.map((word) => ({
          term: word,
          kind: word.length > 5 ? 'spelling' : 'word',
          as: word.length > 5 ? own.map((mark) => segment.text.slice(mark.start, mark.end)) : [],
        })),
        counterparts,
      });
    } else if (counterparts[0]?.marks.length > 0) {
      passages.push({
        ...counterparts[0],
        pages: [...new Set(boxes.map((box) => box.page))],
        boxes,
        markBoxes: boxes,
        through: 'translation',
        ways: [],
        counterparts: [
          {
            language: document.language,
            role: 'original',
            text: segment.text,
            segments: [segment.id],
            marks: [],
          },
        ],
      });
    }
  }
  return passages;
}

function json(response, body) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function problem(response, status, code, detail, findings = []) {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      type: `urn:cotejo:problem:${code}`,
      title: code,
      status,
      detail,
      code,
      findings,
    }),
  );
}

function file(response, pathname) {
  const asked = join(values.dist, normalize(pathname));
  const found =
    existsSync(asked) && statSync(asked).isFile() ? asked : join(values.dist, 'index.html');
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  });
  createReadStream(found).pipe(response);
}
