import { getCorrections, getPageReadings } from '../api/client';
import { useInterface } from '../interface/strings';
import { orNull, useLoad } from '../interface/use-load';
import { useToken } from '../interface/use-token';
import type { Reading } from './load-reading';
import { readingsByEngine } from './read-by';

/** Who or what read the pages and linked the texts, and when. */
export function ReadBy({ reading }: { reading: Reading }) {
  const { strings, language } = useInterface();
  const labels = strings.history;
  const token = useToken();
  const { documentId, revision } = reading.document;
  const [pages] = useLoad(`${documentId} ${revision ?? ''} ${token ?? ''}`, (signal) =>
    orNull(getPageReadings(documentId, signal)),
  );
  const translation = reading.translation?.language ?? null;
  const isCorrected = reading.linkedBy?.includes('human') ?? false;
  const [corrections] = useLoad(
    `${documentId} ${translation ?? ''} ${reading.bitextTag ?? ''} ${token ?? ''}`,
    async (signal) =>
      // Curators alone may ask; to others the name of the method says that people had a hand in it.
      translation === null || token === null
        ? null
        : await getCorrections(documentId, translation, signal).catch(() => null),
  );
  const readings = pages.status === 'ready' ? (pages.value ?? []) : [];
  const review = readings.filter(({ needsReview }) => needsReview === true);
  const ended = reading.ingest?.endedAt ?? null;
  const standing =
    corrections.status === 'ready'
      ? (corrections.value ?? []).filter(({ state }) => state === 'standing')
      : [];
  const last = standing.at(-1);
  return (
    <section class="read-by" aria-label={labels.title}>
      <h3>{labels.title}</h3>
      <dl class="record">
        {readingsByEngine(readings).map((group) => (
          <div key={group.engine.fingerprint} data-read-by={group.engine.name}>
            <dt>{labels.engine}</dt>
            <dd>
              {group.engine.name === 'person'
                ? labels.person
                : `${group.engine.name} ${group.engine.version}`}
              <span class="muted">
                {' · '}
                {labels.pages(group.pages)}
                {group.engine.languages.length > 0 &&
                  ` · ${labels.models(group.engine.languages.join(', '))}`}
                {group.confidence !== null && ` · ${labels.confidence(group.confidence)}`}
              </span>
              <details>
                <summary>{labels.fingerprint}</summary>
                <code>{group.engine.fingerprint}</code>
              </details>
            </dd>
          </div>
        ))}
        {review.length > 0 && (
          <div>
            <dt>{labels.review}</dt>
            <dd>{labels.pages(review.map(({ page }) => page).join(', '))}</dd>
          </div>
        )}
        {reading.linkedBy !== null && (
          <div>
            <dt>{labels.linked}</dt>
            <dd>{reading.linkedBy}</dd>
          </div>
        )}
        {(isCorrected || last !== undefined) && (
          <div>
            <dt>{labels.corrected}</dt>
            <dd>
              {last === undefined ? strings.search.yesOrNo['yes'] : labels.changes(standing.length)}
              {last?.author != null && <span class="muted"> · {last.author}</span>}
              {last?.madeAt != null && (
                <span class="muted"> · {new Date(last.madeAt).toLocaleString(language)}</span>
              )}
            </dd>
          </div>
        )}
        {ended !== null && (
          <div>
            <dt>{labels.processed}</dt>
            <dd>
              <time dateTime={ended}>{new Date(ended).toLocaleString(language)}</time>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
