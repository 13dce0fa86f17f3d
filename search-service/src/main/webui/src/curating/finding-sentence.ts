import type { Finding } from '../api/shapes';

/** The sentence of a finding by its phrase, with the words of the texts; null when the phrase is unknown. */
export function findingSentence(
  { phrase, quotes }: Pick<Finding, 'phrase' | 'quotes'>,
  phrases: { readonly [phrase: string]: string },
): string | null {
  const sentence = phrase === null || !Object.hasOwn(phrases, phrase) ? undefined : phrases[phrase];
  if (sentence === undefined) {
    return null;
  }
  const parts = sentence.split('%s');
  return parts.length - 1 === quotes.length
    ? parts.map((part, index) => part + (quotes[index] ?? '')).join('')
    : null;
}
