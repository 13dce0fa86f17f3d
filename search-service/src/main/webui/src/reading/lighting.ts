/** Which sentences are lit, and the boxes on the scan that answer for them. */
import type { Box, Range } from '../api/shapes';
import { markQuery } from '../text/query-words';
import { type ParallelText, type Sentence, uncertainLinkBelow } from './parallel-text';

export type Light = 'selected' | 'partner' | 'preview';

/**
 * A box drawn on the scan; `word` marks a searched word inside a lit sentence, `aside` something that
 * is in no sentence, `finding` what a curator should look at.
 */
export type LitBox = {
  segment: string;
  box: Box;
  light: Light | 'word' | 'aside' | 'finding';
  uncertain: boolean;
};

export type Lighting = { lights: ReadonlyMap<string, Light>; boxes: readonly LitBox[] };

export function lightingOf(
  text: ParallelText,
  selected: string,
  preview: string,
  queryWords: readonly string[] = [],
  found: readonly Range[] = [],
): Lighting {
  const lights = new Map<string, Light>();
  if (preview !== '' && text.sentence(preview) !== null) {
    [preview, ...text.partners(preview).map(({ id }) => id)].forEach((id) =>
      lights.set(id, 'preview'),
    );
  }
  [...text.partners(selected), ...text.companions(selected)].forEach(({ id }) =>
    lights.set(id, 'partner'),
  );
  if (text.sentence(selected) !== null) {
    lights.set(selected, 'selected');
  }
  const places = text.placesOf(selected);
  const shown = new Set(places.map(({ id }) => id));
  const previewed = text.placesOf(preview).filter(({ id }) => !shown.has(id));
  const uncertain = (text.sentence(selected)?.confidence ?? 1) < uncertainLinkBelow;
  return {
    lights,
    boxes: [
      ...previewed.flatMap((sentence) => boxesOf(sentence, 'preview', false)),
      ...places.flatMap((sentence) => boxesOf(sentence, 'selected', uncertain)),
      ...places.flatMap((sentence) =>
        wordBoxes(sentence, [
          ...markQuery(sentence.text, queryWords),
          ...(sentence.id === selected ? found : []),
        ]),
      ),
    ],
  };
}

function boxesOf(sentence: Sentence, light: Light, uncertain: boolean): LitBox[] {
  return sentence.boxes.map((box) => ({ segment: sentence.id, box, light, uncertain }));
}

function wordBoxes(sentence: Sentence, marks: readonly Range[]): LitBox[] {
  return sentence.words
    .filter((word) => marks.some((mark) => mark.start < word.end && mark.end > word.start))
    .flatMap((word) => word.boxes)
    .map((box) => ({ segment: sentence.id, box, light: 'word' as const, uncertain: false }));
}
