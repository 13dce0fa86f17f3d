/** Finds the words of a query in a text for the eye; the search itself is the server's. */
import type { Range } from '../api/shapes';

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{N}\p{M}]+)*/gu;
const operators = new Set(['and', 'or', 'not']);

/** Without case and diacritics; may differ in length from its source, so never use it for offsets. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The folded words that a query asks for: conditions on the record and excluded words left out. */
export function queryWords(query: string): string[] {
  const asked = query
    .replace(/[“”„«»]/g, '"')
    .replace(/(^|\s)(?:-?\p{L}[\p{L}_-]*:(?=\S)|-)(?:"[^"]*"|\S)\S*/gu, ' ')
    .replace(/~\d*(?=\s|$)/g, ' ');
  const words = (asked.match(wordPattern) ?? []).map(folded);
  return [...new Set(words.filter((word) => !operators.has(word)))];
}

/** Ranges of the text's words that equal a query word or share its stem as far as an eye expects. */
export function markQuery(text: string, words: readonly string[]): Range[] {
  if (words.length === 0) {
    return [];
  }
  const marks: Range[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const found = folded(match[0]);
    if (words.some((word) => sameWord(found, word))) {
      marks.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return marks;
}

function sameWord(found: string, asked: string): boolean {
  if (found === asked) {
    return true;
  }
  const [shorter, longer] = found.length < asked.length ? [found, asked] : [asked, found];
  if (shorter.length < 4 || longer.length - shorter.length > 2) {
    return false;
  }
  // An inflected ending is added (flight, flights) or, in longer words, changed (soviético, soviética).
  return (
    longer.startsWith(shorter) || (shorter.length >= 6 && longer.startsWith(shorter.slice(0, -1)))
  );
}
