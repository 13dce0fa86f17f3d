import { Icon } from '../interface/Icon';
import { languageName, useInterface } from '../interface/strings';
import { useClipboard } from '../interface/use-clipboard';
import type { ParallelText, Sentence } from './parallel-text';
import { remarkOn } from './TextPane';

/** What is known about the lit sentence, and what one can do with it. */
export function SelectionBar({
  sentence,
  text,
  page,
  address,
  withPartner,
  languages,
  onTurn,
  onSelect,
  onCite,
  onShowScan,
  onClear,
}: {
  sentence: Sentence;
  text: ParallelText;
  page: number;
  /** The permanent address of the sentence. */
  address: string;
  /** Whether the counterpart is out of sight and so belongs here. */
  withPartner: boolean;
  languages: { original: string; translation: string };
  onTurn: (page: number) => void;
  onSelect: (id: string) => void;
  onCite: () => void;
  /** Where the scan is on another tab; null where it is in sight. */
  onShowScan: (() => void) | null;
  onClear: () => void;
}) {
  const { strings, language } = useInterface();
  const pages = text.pagesOf(sentence.id);
  const partners = text.partners(sentence.id);
  const remark = remarkOn(sentence, strings);
  const partnerSide = sentence.side === 'original' ? 'translation' : 'original';
  const known = pages.length > 0;
  return (
    <aside class="selection-bar" data-selected={sentence.id}>
      {withPartner && partners.length > 0 && (
        <p
          class="selection-partner"
          lang={languages[partnerSide]}
          onClick={() => onSelect(partners[0]?.id ?? '')}
        >
          <span class="passage-language" lang={language}>
            {languageName(languages[partnerSide], language)}
          </span>
          {partners.map((partner) => partner.text).join(' ')}
        </p>
      )}
      <div class="selection-facts">
        {remark !== null && <span class="remark">{remark}</span>}
        {known && (
          <span class="selection-pages">
            {pages.length > 1
              ? strings.reading.overPages(pages.join('–'))
              : strings.pageNumber(pages[0] ?? 1)}
          </span>
        )}
        {pages
          .filter((other) => other !== page)
          .map((other) => (
            <button
              key={other}
              type="button"
              class="button button-text"
              onClick={() => onTurn(other)}
            >
              {strings.reading.turnTo(other)}
            </button>
          ))}
        {!known && sentence.unlinked === null && (
          <span class="muted">{strings.reading.withoutBoxes}</span>
        )}
        <span class="spring" />
        {onShowScan !== null && known && (
          <button type="button" class="button button-small" onClick={onShowScan}>
            <Icon name="crosshair" /> {strings.reading.showOnScan}
          </button>
        )}
        <button type="button" class="button button-small" data-cite onClick={onCite}>
          <Icon name="quote" /> {strings.cite.title}
        </button>
        <CopyLink address={address} />
        <button
          type="button"
          class="button button-icon button-quiet"
          aria-label={strings.close}
          title={strings.close}
          onClick={onClear}
        >
          <Icon name="close" />
        </button>
      </div>
    </aside>
  );
}

function CopyLink({ address }: { address: string }) {
  const { strings } = useInterface();
  const [outcome, copy] = useClipboard();
  return (
    <>
      <button
        type="button"
        class="button button-small"
        data-copy-link
        title={strings.reading.copyLink}
        onClick={() => copy(new URL(address, window.location.origin).href)}
      >
        <Icon name="link" />{' '}
        {outcome === 'copied' ? strings.reading.copied : strings.reading.copyLink}
      </button>
      <span class="visually-hidden" role="status">
        {outcome === 'copied' ? strings.reading.copied : ''}
      </span>
      {outcome === 'failed' && (
        <span class="remark" role="alert">
          {strings.reading.copyFailed}
        </span>
      )}
    </>
  );
}
