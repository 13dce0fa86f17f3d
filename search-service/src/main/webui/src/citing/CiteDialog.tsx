import { useState } from 'preact/hooks';
import type { ArchiveDocument } from '../api/shapes';
import { CopyButton } from '../interface/CopyButton';
import { Dialog } from '../interface/Dialog';
import { remembered } from '../interface/remembered';
import { save } from '../interface/save';
import { useInterface } from '../interface/strings';
import { citedOf, citedThings, permanentPath, type CitedThing } from './cited';
import { citation, citationStyles, styleExtensions, styleNames } from './styles';

const styleKey = 'cotejo.citation-style';

/** How to cite the document, its page or the chosen sentence, with an address that leads back to it. */
export function CiteDialog({
  document,
  page,
  sentence,
  translation,
  onClose,
}: {
  document: ArchiveDocument;
  page: number;
  /** The chosen sentence; null where none is. */
  sentence: { id: string; text: string; isTranslation: boolean } | null;
  translation: { language: string; translator: string | null } | null;
  onClose: () => void;
}) {
  const { strings } = useInterface();
  const labels = strings.cite;
  const [thing, setThing] = useState<CitedThing>(sentence === null ? 'document' : 'sentence');
  const [style, setStyle] = useState(
    () => citationStyles.find((name) => name === remembered.get(styleKey)) ?? 'chicago',
  );
  const things = citedThings.filter((name) => name !== 'sentence' || sentence !== null);
  const address = new URL(
    permanentPath(thing, {
      documentId: document.documentId,
      page,
      segment: sentence?.id ?? '',
      words: sentence?.text ?? '',
      language: translation?.language ?? '',
    }),
    window.location.origin,
  ).href;
  const namesTranslation = thing === 'sentence' && (sentence?.isTranslation ?? false);
  const cited = citedOf(document, {
    translator: namesTranslation ? (translation?.translator ?? null) : null,
    translatedInto: namesTranslation ? (translation?.language ?? null) : null,
    page: thing === 'document' ? null : page,
    words: thing === 'sentence' ? (sentence?.text ?? null) : null,
    address,
    accessed: new Date(),
  });
  const text = citation(style, cited);
  const extension = styleExtensions[style];
  return (
    <Dialog title={labels.title} kind="middle" onClose={onClose}>
      <fieldset class="choices">
        <legend>{labels.what}</legend>
        {things.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="cited"
              value={name}
              checked={name === thing}
              onChange={() => setThing(name)}
            />
            {labels.things[name](page)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{labels.style}</legend>
        {citationStyles.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="style"
              value={name}
              checked={name === style}
              onChange={() => {
                remembered.set(styleKey, name);
                setStyle(name);
              }}
            />
            {styleNames[name]}
          </label>
        ))}
      </fieldset>
      <pre
        class={`citation ${extension === null ? '' : 'citation-code'}`}
        data-citation={style}
        tabIndex={0}
        aria-label={styleNames[style]}
      >
        {text}
      </pre>
      <p class="cite-tools">
        <CopyButton text={text} label={labels.copy} />
        {extension !== null && (
          <button
            type="button"
            class="button button-small"
            onClick={() =>
              save(
                new Blob([text], { type: 'text/plain;charset=utf-8' }),
                `cotejo-${document.documentId}.${extension}`,
              )
            }
          >
            {labels.file(extension)}
          </button>
        )}
      </p>
      <p class="permanent">
        <span class="muted">{labels.permanent}</span>
        <a href={address} data-permanent>
          {address}
        </a>
        <CopyButton text={address} label={labels.copyAddress} />
      </p>
    </Dialog>
  );
}
