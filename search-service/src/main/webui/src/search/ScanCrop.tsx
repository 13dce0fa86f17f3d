import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box, Passage } from '../api/shapes';
import { useStrings } from '../interface/strings';
import { useImage } from '../interface/use-image';
import { useSeen } from '../interface/use-seen';
import { cropAround, type Rectangle } from '../reading/boxes';

/** The strip of the scan that holds the marked words, drawn once it comes into sight. */
export function ScanCrop({ documentId, passage }: { documentId: string; passage: Passage }) {
  const strings = useStrings();
  const frame = useRef<HTMLSpanElement>(null);
  const seen = useSeen(frame);
  const page = (passage.markBoxes[0] ?? passage.boxes[0])?.page ?? null;
  const { src, failed } = useImage(
    seen && page !== null
      ? `/v1/documents/${encodeURIComponent(documentId)}/pages/${page}/image`
      : null,
  );
  const image = useLoadedImage(src);
  if (page === null || failed || image === 'failed') {
    return null;
  }
  return (
    <span
      ref={frame}
      class="scan-crop"
      role="img"
      aria-label={strings.search.scanCrop(page)}
      data-page={page}
    >
      {image !== null && (
        <Crop
          image={image}
          page={page}
          passage={passage}
          widthInLines={(frame.current?.clientWidth ?? drawnWidth) / readableLinePixels}
        />
      )}
    </span>
  );
}

function useLoadedImage(src: string | null): HTMLImageElement | 'failed' | null {
  const [loaded, setLoaded] = useState<{ src: string; image: HTMLImageElement | 'failed' } | null>(
    null,
  );
  useEffect(() => {
    if (src === null) {
      return undefined;
    }
    let wanted = true;
    const image = new Image();
    image.decoding = 'async';
    image.onload = () => wanted && setLoaded({ src, image });
    image.onerror = () => wanted && setLoaded({ src, image: 'failed' });
    image.src = src;
    return () => {
      wanted = false;
    };
  }, [src]);
  return loaded !== null && loaded.src === src ? loaded.image : null;
}

function Crop({
  image,
  page,
  passage,
  widthInLines,
}: {
  image: HTMLImageElement;
  page: number;
  passage: Passage;
  widthInLines: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // The display image has the surrogate's own size, so boxes need no scaling before the crop.
  const crop = cropAround(
    passage.markBoxes,
    passage.boxes,
    { widthPixels: image.naturalWidth, heightPixels: image.naturalHeight },
    widthInLines,
  );
  useEffect(() => {
    if (canvas.current !== null && crop !== null) {
      draw(
        canvas.current,
        image,
        crop,
        passage.markBoxes.filter((box) => box.page === page),
      );
    }
  }, [image, passage]);
  return crop === null ? null : <canvas ref={canvas} aria-hidden="true" />;
}

/** Height of a typed line on the screen below which it is tiring to read. */
const readableLinePixels = 12;

/** Width in device pixels at which crops are drawn: sharp on dense screens, small in memory. */
const drawnWidth = 1200;

function draw(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  crop: Rectangle,
  marks: readonly Box[],
): void {
  const scale = Math.min(1, drawnWidth / crop.width);
  canvas.width = Math.round(crop.width * scale);
  canvas.height = Math.round(crop.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  context.drawImage(
    image,
    crop.x,
    crop.y,
    crop.width,
    crop.height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
  // Multiplied like a felt pen, so that the ink below stays black.
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = '#ffdf7e';
  const around = 4;
  for (const box of marks) {
    context.fillRect(
      (box.x - crop.x - around) * scale,
      (box.y - crop.y - around) * scale,
      (box.width + 2 * around) * scale,
      (box.height + 2 * around) * scale,
    );
  }
}
