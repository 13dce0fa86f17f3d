/**
 * Citations of an archival paper. After The Chicago Manual of Style, 17th edition, 14.221-14.231
 * (manuscripts: the item first, then collection and repository), MLA Handbook, 9th edition (containers:
 * collection, archive, address), Publication Manual of the APA, 7th edition, 10.8 and the archival
 * examples of its style guide (title, number, collection, repository); BibTeX as of 0.99 and RIS as
 * of 2001 with the types that the export of a result list has, `misc` and `UNPB`.
 */
import type { Cited } from './cited';
import { dayFirst, dayOf, dayOfDate, monthFirst, yearFirst, yearOf } from './day';

export const citationStyles = ['chicago', 'mla', 'apa', 'bibtex', 'ris'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export const styleNames: { readonly [style in CitationStyle]: string } = {
  chicago: 'Chicago',
  mla: 'MLA',
  apa: 'APA',
  bibtex: 'BibTeX',
  ris: 'RIS',
};

/** File name endings of the two styles that programs read. */
export const styleExtensions: { readonly [style in CitationStyle]: string | null } = {
  chicago: null,
  mla: null,
  apa: null,
  bibtex: 'bib',
  ris: 'ris',
};

export function citation(style: CitationStyle, cited: Cited): string {
  switch (style) {
    case 'chicago':
      return chicago(cited);
    case 'mla':
      return mla(cited);
    case 'apa':
      return apa(cited);
    case 'bibtex':
      return bibtex(cited);
    case 'ris':
      return ris(cited);
  }
}

/** “Title,” date, page, translated by, number, collection, provenance, address. */
function chicago(cited: Cited): string {
  const day = dayOf(cited.date);
  return sentence([
    quoted(cited.title, ','),
    day === null ? (cited.printedDate ?? cited.date) : monthFirst(day),
    cited.page === null ? null : `p. ${cited.page}`,
    translated(cited, 'trans.'),
    cited.number,
    cited.collection,
    cited.provenance,
    cited.address,
  ]);
}

/** “Title.” Date. Collection, number, provenance, address. Accessed day. */
function mla(cited: Cited): string {
  const day = dayOf(cited.date);
  return [
    quoted(cited.title, '.'),
    stopped(translated(cited, 'Translated by')),
    stopped(day === null ? (cited.printedDate ?? cited.date) : dayFirst(day)),
    stopped(
      joined([
        cited.collection,
        cited.number,
        cited.provenance,
        cited.page === null ? null : `p. ${cited.page}`,
        cited.address,
      ]),
    ),
    `Accessed ${dayFirst(dayOfDate(cited.accessed))}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Title (date). (number; page). Collection, provenance. address */
function apa(cited: Cited): string {
  const day = dayOf(cited.date);
  const date = day === null ? (cited.printedDate ?? cited.date ?? 'n.d.') : yearFirst(day);
  const inBrackets = [
    translated(cited, 'Trans.'),
    cited.number,
    cited.page === null ? null : `p. ${cited.page}`,
  ].filter((part) => part !== null);
  return [
    `${withoutStop(cited.title)}${inBrackets.length === 0 ? '' : ` (${inBrackets.join('; ')})`}.`,
    `(${date}).`,
    stopped(joined([cited.collection, cited.provenance])),
    cited.address,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function bibtex(cited: Cited): string {
  const fields: [string, string | null][] = [
    ['title', `{${escaped(cited.title)}}`],
    ['year', yearOf(cited.date)],
    ['date', cited.date === null ? null : escaped(cited.date)],
    ['translator', cited.translator === null ? null : `{${escaped(cited.translator)}}`],
    ['howpublished', cited.provenance === null ? null : escaped(cited.provenance)],
    ['note', textOrNull(escaped(joined([cited.collection, cited.number])))],
    ['pages', cited.page === null ? null : String(cited.page)],
    ['langid', textOrNull(escaped(cited.languages.join(', ')))],
    ['url', cited.address],
    ['urldate', isoDay(cited.accessed)],
    ['annote', cited.words === null ? null : escaped(cited.words)],
  ];
  const lines = fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{cotejo-${cited.id},\n${lines.join(',\n')}\n}\n`;
}

function ris(cited: Cited): string {
  const day = dayOf(cited.date);
  const tags: [string, string | null][] = [
    ['TY', 'UNPB'],
    ['TI', cited.title],
    ['PY', yearOf(cited.date)],
    [
      'DA',
      day === null ? cited.printedDate : [day.year, two(day.month), two(day.day), ''].join('/'),
    ],
    ['A4', cited.translator],
    ['T2', cited.collection],
    ['CN', cited.number],
    ['DB', cited.provenance],
    ['SP', cited.page === null ? null : String(cited.page)],
    ...cited.languages.map((language): [string, string] => ['LA', language]),
    ['N1', cited.words],
    ['UR', cited.address],
    ['Y2', isoDay(cited.accessed).replaceAll('-', '/')],
    ['ID', cited.id],
    ['ER', ''],
  ];
  return tags
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('');
}

function translated({ translator }: Cited, how: string): string | null {
  return translator === null ? null : `${how} ${translator}`;
}

/** In quotation marks, with the mark that follows inside them as American styles have it. */
function quoted(title: string, mark: string): string {
  const text = withoutStop(title)
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’');
  return /[?!]$/.test(text) ? `“${text}”` : `“${text}${mark}”`;
}

function withoutStop(text: string): string {
  return oneLine(text).replace(/\.$/, '');
}

function stopped(text: string | null): string {
  return text === null || text === '' ? '' : `${withoutStop(text)}.`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

/** Parts with commas between; one that ends in a quotation mark has its comma inside. */
function sentence(parts: readonly (string | null)[]): string {
  const [first = '', ...rest] = parts.filter((part) => part !== null && part !== '');
  return `${first} ${rest.join(', ')}`.trim() + '.';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

function two(number: number | null): string {
  return number === null ? '' : String(number).padStart(2, '0');
}

function isoDay(date: Date): string {
  const { year, month, day } = dayOfDate(date);
  return `${year}-${two(month)}-${two(day)}`;
}

const special: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return oneLine(text).replace(
    /[\\~^&%$#_{}]/g,
    (character) => special[character] ?? `\\${character}`,
  );
}
