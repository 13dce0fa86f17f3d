import type { Furniture } from '../api/shapes';
import { useStrings } from '../interface/strings';
import type { Sentence } from './parallel-text';

/** What was read on a page and set aside from its text, folded away. */
export function FurnitureFold({
  pieces,
  onFurniture,
}: {
  pieces: readonly Furniture[];
  onFurniture: (piece: Furniture | null, chosen: boolean) => void;
}) {
  const { reading } = useStrings();
  const pages = [...new Set(pieces.map(({ page }) => page))];
  const nameOf = (type: string) => reading.furnitureTypes[type] ?? reading.furnitureOther;
  return (
    <>
      {pages.map((page) => {
        const own = pieces.filter((piece) => piece.page === page);
        return (
          <details key={page} class="furniture" data-furniture={page}>
            <summary>
              {reading.setAside(page)}:{' '}
              {[...new Set(own.map(({ type }) => nameOf(type)))].join(', ')}
            </summary>
            <ul>
              {own.map((piece, position) => (
                <li key={position}>
                  <button
                    type="button"
                    dir="auto"
                    title={nameOf(piece.type)}
                    onMouseEnter={() => onFurniture(piece, false)}
                    onMouseLeave={() => onFurniture(null, false)}
                    onFocus={() => onFurniture(piece, false)}
                    onBlur={() => onFurniture(null, false)}
                    onClick={() => onFurniture(piece, true)}
                  >
                    {piece.text}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

/**
 * The furniture that stands before each paragraph: that of a page before the first paragraph that
 * begins on it or behind it. One list more than there are paragraphs, for what is left at the end.
 */
export function furnitureBefore(
  paragraphs: readonly (readonly Sentence[])[],
  furniture: readonly Furniture[],
): Furniture[][] {
  const lists: Furniture[][] = [];
  let left = furniture.toSorted((one, other) => one.page - other.page);
  for (const paragraph of paragraphs) {
    const page = paragraph[0]?.pages[0] ?? 0;
    lists.push(left.filter((piece) => piece.page <= page));
    left = left.filter((piece) => piece.page > page);
  }
  return [...lists, left];
}
