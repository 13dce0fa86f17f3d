/** Scrolling two linked texts together: where the one stands, the other follows. */

/** The tops of two linked sentences, each in the pixels of its own pane's content. */
export type Anchor = { from: number; to: number };

/**
 * Anchors that rise on both sides, with both ends added: links may cross and sentences may share one,
 * and a pane that jumps back while the other goes forward makes nobody happy.
 */
export function rising(anchors: readonly Anchor[], fromEnd: number, toEnd: number): Anchor[] {
  const kept: Anchor[] = [{ from: 0, to: 0 }];
  for (const anchor of anchors.toSorted((one, other) => one.from - other.from)) {
    const last = kept.at(-1);
    if (
      last !== undefined &&
      anchor.from > last.from &&
      anchor.to >= last.to &&
      anchor.from < fromEnd &&
      anchor.to <= toEnd
    ) {
      kept.push(anchor);
    }
  }
  return [...kept, { from: fromEnd, to: toEnd }];
}

/** The height in the following text for a height in the leading one, between the anchors around it. */
export function follow(anchors: readonly Anchor[], height: number): number {
  const next = anchors.findIndex(({ from }) => from > height);
  const after = anchors[next];
  if (after === undefined) {
    return anchors.at(-1)?.to ?? height;
  }
  const before = anchors[next - 1] ?? { from: 0, to: 0 };
  const part = (height - before.from) / (after.from - before.from);
  return before.to + part * (after.to - before.to);
}
