/** What was set aside from the text of a document. */
import { useMemo } from 'preact/hooks';
import { getReadingText } from '../api/client';
import type { Furniture } from '../api/shapes';
import { orNull, useLoad } from '../interface/use-load';
import { useToken } from '../interface/use-token';
import type { Reading } from './load-reading';

/** Asked for after the page stands, since only the reading text tells it; none where it cannot be had. */
export function useFurniture(reading: Reading, wanted: boolean): readonly Furniture[] {
  const token = useToken();
  const { documentId, revision } = reading.document;
  const isKnown = reading.furniture !== null || reading.text === null || !wanted;
  const [loaded] = useLoad(
    `${documentId} ${revision ?? ''} ${token ?? ''} ${isKnown}`,
    async (signal) =>
      isKnown ? [] : ((await orNull(getReadingText(documentId, signal)))?.furniture ?? []),
  );
  return useMemo(
    () => reading.furniture ?? (loaded.status === 'ready' ? loaded.value : []),
    [reading, loaded],
  );
}
