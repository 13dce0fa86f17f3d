import { useRef, useState } from 'preact/hooks';
import { getFile } from '../api/client';
import type { Page } from '../api/shapes';
import { Popover } from '../interface/Popover';
import { save } from '../interface/save';
import { languageName, useInterface, useStrings } from '../interface/strings';
import { useToken } from '../interface/use-token';
import { bitextDownloads, documentDownloads, pageDownloads, type Download } from './downloads';

/** The document and its pages in open formats. */
export function DownloadsMenu({
  documentId,
  translation,
  page,
  pages,
}: {
  documentId: string;
  /** The language of the translation shown; null without one. */
  translation: string | null;
  page: number;
  pages: readonly Page[];
}) {
  const { strings, language } = useInterface();
  const labels = strings.downloads;
  const [failed, setFailed] = useState(false);
  const image = pages.find((candidate) => candidate.page === page)?.image;
  return (
    <div data-downloads>
      <Popover label={labels.title} icon="download">
        {() => (
          <>
            <Downloads
              title={labels.whole}
              list={documentDownloads(documentId)}
              onOutcome={setFailed}
            />
            {translation !== null && (
              <Downloads
                title={labels.bitext(languageName(translation, language))}
                list={bitextDownloads(documentId, translation)}
                onOutcome={setFailed}
              />
            )}
            <Downloads
              title={labels.page(page)}
              list={[
                ...pageDownloads(documentId, page),
                ...(image === undefined
                  ? []
                  : [
                      {
                        format: 'image',
                        path: image,
                        accept: 'image/*',
                        fileName: `cotejo-${documentId}-${page}.jpg`,
                      },
                    ]),
              ]}
              onOutcome={setFailed}
            />
            <fieldset>
              <legend>{labels.viewers}</legend>
              <p class="download-list">
                <a
                  href={`/iiif/presentation/3/${documentId}/manifest`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {labels.manifest}
                </a>
              </p>
            </fieldset>
            {failed && (
              <p class="failure-line" role="alert">
                {labels.failed}
              </p>
            )}
          </>
        )}
      </Popover>
    </div>
  );
}

function Downloads({
  title,
  list,
  onOutcome,
}: {
  title: string;
  list: readonly Download[];
  onOutcome: (failed: boolean) => void;
}) {
  const { downloads: labels } = useStrings();
  const token = useToken();
  const running = useRef<AbortController | null>(null);
  const names: { [format: string]: string } = { ...labels.formats, image: labels.image };
  const fetchFile = (download: Download) => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    onOutcome(false);
    getFile(download.path, download.accept ?? '*/*', abort.signal).then(
      (bytes) => save(bytes, download.fileName),
      () => onOutcome(!abort.signal.aborted),
    );
  };
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="download-list">
        {list.map((download) => (
          <a
            key={download.format}
            href={download.path}
            download={download.fileName}
            data-download={download.format}
            onClick={(event) => {
              // A plain link sends neither the token nor a wanted type.
              if (token !== null || download.accept !== null) {
                event.preventDefault();
                fetchFile(download);
              }
            }}
          >
            {names[download.format] ?? download.format}
          </a>
        ))}
      </p>
    </fieldset>
  );
}
