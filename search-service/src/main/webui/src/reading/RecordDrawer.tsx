import type { ComponentChildren } from 'preact';
import { Dialog } from '../interface/Dialog';
import { Icon } from '../interface/Icon';
import { languageName, useInterface } from '../interface/strings';
import type { Reading } from './load-reading';
import { ReadBy } from './ReadBy';

/** The catalogue record beside the papers. */
export function RecordDrawer({
  reading,
  onCite,
  onTurn,
  onClose,
}: {
  reading: Reading;
  onCite: () => void;
  onTurn: (page: number) => void;
  onClose: () => void;
}) {
  const { strings, language } = useInterface();
  const { document } = reading;
  const { record } = document;
  const labels = strings.record;
  const date = record.date;
  return (
    <Dialog title={strings.reading.about} kind="drawer" onClose={onClose}>
      <p class="record-title" dir="auto">
        {record.title}
      </p>
      {record.summary !== null && (
        <p class="record-summary" dir="auto">
          {record.summary}
        </p>
      )}
      <dl class="record">
        <Entry label={labels.date}>
          {date?.printed}
          {date?.edtf != null && date.edtf !== date.printed && (
            <span class="muted"> ({labels.dateOf(date.edtf)})</span>
          )}
        </Entry>
        <Entry label={labels.collection}>{record.collection}</Entry>
        <Entry label={labels.number}>{record.recordNumber}</Entry>
        <Entry label={labels.languages}>
          {record.originalLanguages.map((tag) => languageName(tag, language)).join(', ')}
        </Entry>
        {record.parts.length > 0 && (
          <Entry label={labels.parts}>
            <ol class="record-parts">
              {record.parts.map((part, position) => (
                <li key={position}>
                  {part.title}
                  {part.date?.printed != null && <span class="muted"> {part.date.printed}</span>}
                  {part.pages !== null && (
                    <>
                      {' '}
                      <button
                        type="button"
                        class="button button-text"
                        onClick={() => {
                          if (part.pages !== null) {
                            onTurn(part.pages.from);
                            onClose();
                          }
                        }}
                      >
                        {labels.partPages(part.pages.from, part.pages.to)}
                      </button>
                    </>
                  )}
                </li>
              ))}
            </ol>
          </Entry>
        )}
        <Entry label={labels.people}>{list(record.people)}</Entry>
        <Entry label={labels.places}>{list(record.places)}</Entry>
        <Entry label={labels.subjects}>{list(record.subjects)}</Entry>
        <Entry label={labels.contents}>{list(record.contents)}</Entry>
        <Entry label={labels.classification}>{record.originalClassification}</Entry>
        <Entry label={labels.citation}>
          {record.citation !== null && <p>{record.citation}</p>}
          <button type="button" class="button button-small" data-cite onClick={onCite}>
            <Icon name="quote" /> {strings.cite.title}
          </button>
        </Entry>
        <Entry label={labels.credits}>{record.credits}</Entry>
        <Entry label={labels.provenance}>{record.provenance}</Entry>
        <Entry label={labels.rights}>{record.rights}</Entry>
        {record.sourceUrl !== null && (
          <Entry label={labels.source}>{source(record.sourceUrl)}</Entry>
        )}
        {record.access !== null && (
          <Entry label={labels.access}>
            {labels.accessLevels[record.access.level] ?? record.access.level}
            {record.access.until !== null && ` ${labels.until(record.access.until)}`}
          </Entry>
        )}
        <Entry label={labels.identifier}>
          <code>{document.documentId}</code>
          {document.revision !== null && (
            <span class="muted"> {labels.revision(document.revision)}</span>
          )}
        </Entry>
      </dl>
      {reading.text !== null && <ReadBy reading={reading} />}
    </Dialog>
  );
}

function Entry({ label, children }: { label: string; children: ComponentChildren }) {
  const empty =
    children === null ||
    children === undefined ||
    children === '' ||
    (Array.isArray(children) &&
      children.every((child) => child === null || child === undefined || child === false));
  return empty ? null : (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function list(values: readonly string[]): ComponentChildren {
  return values.length === 0 ? null : values.join('; ');
}

/** Only a web address becomes a link; whatever else a record says stays text. */
function source(address: string): ComponentChildren {
  return /^https?:\/\//i.test(address) ? (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {address}
    </a>
  ) : (
    address
  );
}
