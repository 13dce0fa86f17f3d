import { describe, expect, it } from 'vitest';
import { permanentPath, type Cited } from '../src/citing/cited';
import { dayOf, monthFirst } from '../src/citing/day';
import { bitextDownloads, documentDownloads, pageDownloads } from '../src/citing/downloads';
import { beginningOf, citedSentence } from '../src/reading/cited-sentence';
import { ParallelText } from '../src/reading/parallel-text';
import { bitext } from './fixtures';
import { citation } from '../src/citing/styles';
import { readReading } from '../src/routing/reading-url';
import { readingsByEngine, runsOfPages } from '../src/reading/read-by';

const report: Cited = {
  id: '0192',
  title: 'Report on the "Santa Rita".',
  date: '1932-11-22',
  printedDate: '22 de noviembre de 1932',
  collection: 'Consular reports',
  number: 'CG-1932-031',
  provenance: 'National Archive',
  languages: ['es'],
  translator: null,
  translatedInto: null,
  page: null,
  words: null,
  address: 'https://archive.example/documents/0192',
  accessed: new Date(2026, 10, 30),
};
const sentence: Cited = {
  ...report,
  translator: 'Ada Merriweather',
  translatedInto: 'en',
  page: 2,
  words: 'The lamp\nwas 100 % new.',
  address: 'https://archive.example/documents/0192?segment=t4&language=en&page=2',
};
const undated: Cited = { ...report, date: '1932~', printedDate: 'hacia 1932', provenance: null };

describe('citations', () => {
  it('follow Chicago: item, date, collection, holder', () => {
    expect(citation('chicago', report)).toBe(
      '“Report on the ‘Santa Rita’,” November 22, 1932, CG-1932-031, Consular reports, National Archive, https://archive.example/documents/0192.',
    );
    expect(citation('chicago', sentence)).toContain(
      'November 22, 1932, p. 2, trans. Ada Merriweather, CG-1932-031,',
    );
  });

  it('follow the MLA: containers, and the day of the visit', () => {
    expect(citation('mla', report)).toBe(
      '“Report on the ‘Santa Rita’.” 22 Nov. 1932. Consular reports, CG-1932-031, National Archive, https://archive.example/documents/0192. Accessed 30 Nov. 2026.',
    );
  });

  it('follow the APA: the date in brackets, the number behind the title', () => {
    expect(citation('apa', sentence)).toBe(
      'Report on the "Santa Rita" (Trans. Ada Merriweather; CG-1932-031; p. 2). (1932, November 22). Consular reports, National Archive. https://archive.example/documents/0192?segment=t4&language=en&page=2',
    );
  });

  it('leave a date that is not certain as it stands on the paper', () => {
    expect(citation('chicago', undated)).toContain('hacia 1932, CG-1932-031, Consular reports, ht');
    expect(citation('apa', undated)).toContain('(hacia 1932).');
    expect(citation('apa', { ...undated, date: null, printedDate: null })).toContain('(n.d.).');
  });

  it('are BibTeX whose special characters are escaped', () => {
    expect(citation('bibtex', sentence)).toBe(
      [
        '@misc{cotejo-0192,',
        '  title = {{Report on the "Santa Rita".}},',
        '  year = {1932},',
        '  date = {1932-11-22},',
        '  translator = {{Ada Merriweather}},',
        '  howpublished = {National Archive},',
        '  note = {Consular reports, CG-1932-031},',
        '  pages = {2},',
        '  langid = {es},',
        '  url = {https://archive.example/documents/0192?segment=t4&language=en&page=2},',
        '  urldate = {2026-11-30},',
        '  annote = {The lamp was 100 \\% new.}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('are RIS, one tag a line from TY to ER', () => {
    const lines = citation('ris', sentence).split('\r\n');
    expect(lines.at(0)).toBe('TY  - UNPB');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines).toContain('DA  - 1932/11/22/');
    expect(lines).toContain('Y2  - 2026/11/30');
    expect(lines).toContain('N1  - The lamp was 100 % new.');
  });
});

describe('the days of citations', () => {
  it('are as exact as the record', () => {
    expect(monthFirst(dayOf('1932-11') ?? { year: 0, month: null, day: null })).toBe(
      'November 1932',
    );
    expect(dayOf('1932-11-22~')).toBeNull();
    expect(dayOf('193X')).toBeNull();
    expect(dayOf(null)).toBeNull();
  });
});

describe('the permanent address', () => {
  const place = {
    documentId: 'd1',
    page: 2,
    segment: 's9',
    words: 'El faro  estaba apagado & nadie lo sabía; los vecinos lo dijeron después.',
    language: 'en',
  };

  it('leads back to the document, the page, the sentence', () => {
    expect(permanentPath('document', place)).toBe('/documents/d1');
    const back = (path: string) => {
      const url = new URL(path, 'https://a.example');
      return readReading(url.pathname, url.search);
    };
    expect(back(permanentPath('page', place))).toMatchObject({ page: 2, segment: '' });
    expect(back(permanentPath('sentence', place))).toMatchObject({
      page: 2,
      segment: 's9',
      words: 'El faro estaba apagado nadie lo',
      language: 'en',
      q: '',
    });
  });
});

describe('a cited sentence', () => {
  const text = ParallelText.ofBitext(bitext);

  it('is the one of its number while that begins so', () => {
    expect(citedSentence(text, 's3', 'Tres pasan')?.id).toBe('s3');
    expect(citedSentence(text, 't2', 'three, PASS')?.id).toBe('t2');
    expect(citedSentence(text, 's3', '')?.id).toBe('s3');
  });

  it('is found again when the sentences are numbered anew', () => {
    expect(citedSentence(text, 's9', 'Tres pasan.')?.id).toBe('s3');
    expect(citedSentence(text, 't9', beginningOf('One and two [sic].'))?.id).toBe('t1');
  });

  it('is none when nothing begins so any more, and never another', () => {
    expect(citedSentence(text, 's3', 'Cinco')).toBeNull();
    expect(citedSentence(text, 't2', 'Tres pasan.')).toBeNull();
  });
});

describe('downloads', () => {
  it('have names that tell their formats, of the document and of a page', () => {
    expect(documentDownloads('d1').map(({ fileName }) => fileName)).toEqual([
      'cotejo-d1.pdf',
      'cotejo-d1.alto.xml',
      'cotejo-d1.hocr.html',
      'cotejo-d1.zip',
      'cotejo-d1.txt',
      'cotejo-d1.json',
      'cotejo-d1.reading.txt',
    ]);
    expect(pageDownloads('d1', 3).find(({ format }) => format === 'page')).toEqual({
      format: 'page',
      path: '/v1/documents/d1/pages/3/transcription?format=page',
      accept: null,
      fileName: 'cotejo-d1-3.page.xml',
    });
  });
});

describe('downloads of a translation', () => {
  it('ask by the ending of the file', () => {
    expect(bitextDownloads('d1', 'pt-BR').map(({ path }) => path)).toEqual([
      '/v1/documents/d1/bitexts/pt-BR.tmx',
      '/v1/documents/d1/bitexts/pt-BR.xlf',
      '/v1/documents/d1/bitexts/pt-BR.tei',
      '/v1/documents/d1/bitexts/pt-BR.txt',
    ]);
  });
});

describe('who read the pages', () => {
  const engine = { name: 'tesseract', version: '5.5.1', fingerprint: 'f', languages: ['spa'] };

  it('is told once for each engine, with its pages and how sure it was', () => {
    const groups = readingsByEngine([
      { page: 1, engine, meanConfidence: 0.9, needsReview: false },
      { page: 2, engine, meanConfidence: 0.8, needsReview: true },
      { page: 3, engine: { ...engine, name: 'person' }, meanConfidence: null, needsReview: null },
      { page: 4, engine, meanConfidence: null, needsReview: null },
    ]);
    expect(
      groups.map(({ engine: { name }, pages, confidence }) => [name, pages, confidence]),
    ).toEqual([
      ['tesseract', '1–2, 4', 85],
      ['person', '3', null],
    ]);
  });

  it('draws runs of pages together', () => {
    expect(runsOfPages([5, 2, 1, 3])).toBe('1–3, 5');
    expect(runsOfPages([])).toBe('');
  });
});
