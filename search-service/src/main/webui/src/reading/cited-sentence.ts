/**
 * Finding a cited sentence again. Sentences are numbered as they stand in the text, so that a correction or
 * another reading may number them anew; a permanent link therefore also says how the sentence begins.
 */
import { folded } from '../text/query-words';
import type { ParallelText, Sentence } from './parallel-text';

/** Characters of the beginning that a link holds at most; a long address breaks in letters and notes. */
const longestBeginning = 32;

/** The first words of a sentence without its marks, as a link says them. */
export function beginningOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  let beginning = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (beginning.length + 1 + word.length > longestBeginning) {
      break;
    }
    beginning += ` ${word}`;
  }
  return beginning;
}

/**
 * The sentence that a link means: the one of the number when it begins so, else the nearest one on the same
 * side that does. Null where none does any more.
 */
export function citedSentence(text: ParallelText, id: string, words: string): Sentence | null {
  const numbered = text.sentence(id);
  const wanted = letters(words);
  if (wanted === '' || (numbered !== null && beginsWith(numbered, wanted))) {
    return numbered;
  }
  const side = text.side(id.startsWith('t') ? 'translation' : 'original');
  const place = Number(id.slice(1)) - 1;
  const distance = (sentence: Sentence) => Math.abs(side.indexOf(sentence) - place);
  return (
    side
      .filter((sentence) => beginsWith(sentence, wanted))
      .toSorted((one, other) => distance(one) - distance(other))[0] ?? null
  );
}

function beginsWith(sentence: Sentence, wanted: string): boolean {
  return letters(sentence.text).startsWith(wanted);
}

/** Without what readings differ in most: marks, spaces, case and accents. */
function letters(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}
