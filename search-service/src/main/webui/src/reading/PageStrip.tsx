import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../api/shapes';
import { useStrings } from '../interface/strings';
import { useImage } from '../interface/use-image';
import { toPercent } from './boxes';
import type { LitBox } from './lighting';

/** The pages in small, with the lit sentence's place on each. */
export function PageStrip({
  pages,
  page,
  boxes,
  onTurn,
}: {
  pages: readonly Page[];
  page: number;
  boxes: readonly LitBox[];
  onTurn: (page: number) => void;
}) {
  const strings = useStrings();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (strip.current && current) {
      strip.current.scrollTo({
        left: current.offsetLeft - (strip.current.clientWidth - current.clientWidth) / 2,
      });
    }
  }, [page]);
  return (
    <nav class="page-strip" aria-label={strings.reading.pageStrip} ref={strip}>
      {pages.map((candidate) => (
        <button
          key={candidate.page}
          type="button"
          class="strip-page"
          aria-current={candidate.page === page ? 'page' : undefined}
          aria-label={strings.pageNumber(candidate.page)}
          title={strings.pageNumber(candidate.page)}
          onClick={() => onTurn(candidate.page)}
        >
          <StripImage page={candidate} />
          {boxes
            .filter(({ box, light }) => box.page === candidate.page && light === 'selected')
            .map(({ box }) => (
              <span key={`${box.x}-${box.y}`} class="strip-box" style={toPercent(box, candidate)} />
            ))}
          <span class="strip-number">{candidate.page}</span>
        </button>
      ))}
    </nav>
  );
}

function StripImage({ page }: { page: Page }) {
  const { src } = useImage(page.thumbnail);
  return src === null ? (
    <span class="thumbnail-blank" />
  ) : (
    <img
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      width={page.widthPixels}
      height={page.heightPixels}
    />
  );
}
