import { useCallback } from 'preact/hooks';
import { navigate } from '../routing/location';
import { readingPath, type ReadingState } from '../routing/reading-url';

/** Goes to another place in the same document; the way back leads out of it, not through it. */
export function usePlace(state: ReadingState): (place: Partial<ReadingState>) => void {
  const { documentId, language, page, segment, q } = state;
  return useCallback(
    (place) =>
      navigate(readingPath({ documentId, language, page, segment, q, ...place }), 'replace'),
    [documentId, language, page, segment, q],
  );
}
