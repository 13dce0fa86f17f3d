/** A link as a curator wants it, before it is sent: which sentences say the same. */
import type { CorrectionOperation, SegmentPair } from '../api/client';
import type { ParallelText } from '../reading/parallel-text';

/** Ids of both sides, each in the order of its text. */
export type Draft = {
  readonly original: readonly string[];
  readonly translation: readonly string[];
};

export const emptyDraft: Draft = { original: [], translation: [] };

/** The sentence's link as it is, or the sentence alone where it has none. */
export function draftOf(text: ParallelText, id: string): Draft {
  const link = text.linkOf(id);
  return link ?? joinedWith(text, emptyDraft, [id]);
}

/** The draft with a sentence taken in, or taken out where it was in. */
export function toggledIn(text: ParallelText, draft: Draft, id: string): Draft {
  return holds(draft, id)
    ? {
        original: draft.original.filter((other) => other !== id),
        translation: draft.translation.filter((other) => other !== id),
      }
    : joinedWith(text, draft, [id]);
}

/** What a sentence that is dropped onto another asks for: that it belongs to the other's link. */
export function droppedOnto(text: ParallelText, dragged: string, onto: string): Draft {
  return joinedWith(text, draftOf(text, onto), [dragged]);
}

export function holds(draft: Draft, id: string): boolean {
  return draft.original.includes(id) || draft.translation.includes(id);
}

export type DraftFault = 'nothing' | 'apart';

/** Why a draft cannot be sent as it is; null when it can. */
export function faultOf(text: ParallelText, draft: Draft): DraftFault | null {
  if (draft.original.length === 0 && draft.translation.length === 0) {
    return 'nothing';
  }
  const isLink = draft.original.length > 0 && draft.translation.length > 0;
  const stands = (side: 'original' | 'translation') => {
    const order = text.side(side).map(({ id }) => id);
    const places = draft[side].map((id) => order.indexOf(id));
    return places.every((place, number) => number === 0 || place === (places[number - 1] ?? 0) + 1);
  };
  return isLink && !(stands('original') && stands('translation')) ? 'apart' : null;
}

/** Whether the draft is a link that there is already. */
export function isAsItIs(text: ParallelText, draft: Draft): boolean {
  const link = text.linkOf(draft.original[0] ?? draft.translation[0] ?? '');
  return (
    link !== null &&
    link.original.join() === draft.original.join() &&
    link.translation.join() === draft.translation.join()
  );
}

/** The operation that makes the draft true. */
export function operationFor(text: ParallelText, draft: Draft): CorrectionOperation {
  const pair = pairOf(draft);
  if (pair.source.length === 0 || pair.target.length === 0) {
    return { op: 'unlink', ...pair };
  }
  return { op: isAsItIs(text, draft) ? 'confirm' : 'link', ...pair };
}

/**
 * Cuts a link in two, before the given sentence where it is not the first of its side; the other side
 * is cut in the same proportion. Null where a side has one sentence alone: such a link is changed
 * by taking sentences out.
 */
export function splitBefore(text: ParallelText, id: string): CorrectionOperation | null {
  const link = text.linkOf(id);
  if (link === null || link.original.length < 2 || link.translation.length < 2) {
    return null;
  }
  const isOriginal = link.original.includes(id);
  const [own, other] = isOriginal
    ? [link.original, link.translation]
    : [link.translation, link.original];
  const cut = Math.max(own.indexOf(id), 1);
  const otherCut = Math.min(
    Math.max(Math.round((cut * other.length) / own.length), 1),
    other.length - 1,
  );
  const [originalCut, translationCut] = isOriginal ? [cut, otherCut] : [otherCut, cut];
  return {
    op: 'split',
    ...pairOf(link),
    into: [
      {
        source: link.original.slice(0, originalCut),
        target: link.translation.slice(0, translationCut),
      },
      { source: link.original.slice(originalCut), target: link.translation.slice(translationCut) },
    ],
  };
}

/** Makes one link of a sentence's link and the next one; null where these do not stand side by side. */
export function joinWithNext(text: ParallelText, id: string): CorrectionOperation | null {
  const link = text.linkOf(id);
  const after = text.neighbour(link?.original.at(-1) ?? '', 1);
  const next = after === null ? null : text.linkOf(after.id);
  if (link === null || next === null || next.original.join() === link.original.join()) {
    return null;
  }
  const together = joinedWith(text, link, [...next.original, ...next.translation]);
  return faultOf(text, together) === null
    ? { op: 'join', links: [pairOf(link), pairOf(next)] }
    : null;
}

function pairOf(draft: Draft): SegmentPair {
  return { source: [...draft.original], target: [...draft.translation] };
}

function joinedWith(text: ParallelText, draft: Draft, ids: readonly string[]): Draft {
  const wanted = new Set([...draft.original, ...draft.translation, ...ids]);
  const among = (side: 'original' | 'translation') =>
    text
      .side(side)
      .map(({ id }) => id)
      .filter((id) => wanted.has(id));
  return { original: among('original'), translation: among('translation') };
}
