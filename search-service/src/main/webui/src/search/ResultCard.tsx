import { useState } from 'preact/hooks';
import type { Hit, Passage } from '../api/shapes';
import { languageName, useInterface } from '../interface/strings';
import { useImage } from '../interface/use-image';
import { readingPath } from '../routing/reading-url';
import { MarkedText } from '../text/MarkedText';
import { grouped, passagePath, type PassageGroup, type PassageSide } from './passage-sides';
import { ScanCrop } from './ScanCrop';

/** Passages of a document shown before "more". */
const shownAtFirst = 3;

export function ResultCard({ hit, q }: { hit: Hit; q: string }) {
  const { strings, language } = useInterface();
  const [all, setAll] = useState(false);
  const address = readingPath({ documentId: hit.documentId, q });
  const groups = grouped(hit.passages, language);
  const passages = all ? groups : groups.slice(0, shownAtFirst);
  const hidden = groups.length - passages.length;
  const elsewhere = Math.max((hit.passageTotal ?? 0) - hit.passages.length, 0);
  const languages = strings.search.byline(
    hit.originalLanguages.map((tag) => languageName(tag, language)).join(', '),
    hit.translationLanguages.map((tag) => languageName(tag, language)).join(', '),
  );
  return (
    <article class={`card ${hit.passages.length === 0 ? 'card-brief' : ''}`}>
      <a class="card-thumbnail" href={address} tabIndex={-1} aria-hidden="true">
        <Thumbnail url={hit.thumbnail} />
      </a>
      <div class="card-head">
        <h2>
          <a href={address} dir="auto">
            {hit.title}
          </a>
        </h2>
        <p class="card-facts">
          {hit.date?.printed != null && <span dir="auto">{hit.date.printed}</span>}
          {hit.collection !== null && <span dir="auto">{hit.collection}</span>}
          <span>
            {hit.translationLanguages.length > 0
              ? languages
              : hit.originalLanguages.map((tag) => languageName(tag, language)).join(', ')}
          </span>
          {hit.needsReview === true && <span class="tag">{strings.search.facets.review}</span>}
          {hit.access !== 'public' && (
            <span class="tag">
              {hit.access === 'embargoed' ? strings.search.embargoed : strings.search.restricted}
            </span>
          )}
        </p>
      </div>
      {passages.length > 0 && (
        <div class="passages">
          {passages.map((group) => (
            <PassageView
              key={`${group.passage.role}-${group.passage.language}-${group.passage.segments.join()}`}
              documentId={hit.documentId}
              group={group}
              q={q}
            />
          ))}
          {hidden > 0 ? (
            <button type="button" class="button button-text" onClick={() => setAll(true)}>
              {strings.search.passagesMore(hidden + elsewhere)}
            </button>
          ) : (
            elsewhere > 0 && (
              <a class="button button-text" href={address}>
                {strings.search.passagesElsewhere(elsewhere)}
              </a>
            )
          )}
        </div>
      )}
    </article>
  );
}

function Thumbnail({ url }: { url: string | null }) {
  const { src } = useImage(url);
  return src === null ? (
    <span class="thumbnail-blank" />
  ) : (
    <img src={src} alt="" loading="lazy" decoding="async" />
  );
}

function PassageView({
  documentId,
  group,
  q,
}: {
  documentId: string;
  group: PassageGroup;
  q: string;
}) {
  const { strings } = useInterface();
  const { passage, original, translations } = group;
  const address = passagePath(documentId, passage, q);
  const pages = passage.pages.join('–');
  const page = passage.pages[0] ?? null;
  return (
    <a class="passage" href={address} data-segments={passage.segments.join(' ')}>
      <div class="passage-texts">
        <PassageText side={original} missing={strings.search.noOriginal} />
        <div class="passage-translations">
          {translations.length === 0 ? (
            <PassageText side={null} missing={strings.search.noCounterpart} />
          ) : (
            translations.map((side) => <PassageText key={side.language} side={side} missing="" />)
          )}
        </div>
      </div>
      <div class="passage-foot">
        <ScanCrop documentId={documentId} passage={passage} />
        <Evidence passage={passage} />
        {page !== null && (
          <span class="passage-page" title={strings.search.openPassage(pages)}>
            {strings.pageList(pages)}
          </span>
        )}
      </div>
    </a>
  );
}

/** By which side and in which form the words were found, where that is not plain to see. */
function Evidence({ passage }: { passage: Passage }) {
  const { strings } = useInterface();
  const notes = passage.ways.flatMap((way) =>
    way.kind === 'word' || way.as.length === 0
      ? []
      : [strings.search.ways[way.kind](way.term, way.as.join(', '))],
  );
  const through = passage.through !== null && passage.through !== 'original';
  if (notes.length === 0 && !through) {
    return null;
  }
  return (
    <span class="passage-evidence">
      {through && passage.through !== null && (
        <span>{strings.search.through[passage.through]}</span>
      )}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </span>
  );
}

function PassageText({ side, missing }: { side: PassageSide | null; missing: string }) {
  const { language } = useInterface();
  if (side === null) {
    return <p class="passage-text is-missing">{missing}</p>;
  }
  return (
    <div class="passage-text">
      <span class="passage-language">{languageName(side.language, language)}</span>
      <p lang={side.language} dir="auto">
        <MarkedText text={side.text} marks={side.marks} />
      </p>
    </div>
  );
}
