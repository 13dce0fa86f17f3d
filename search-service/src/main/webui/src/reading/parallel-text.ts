/** Original and translation as one model: sentences of both sides and the links between them. */
import type { Bitext, Box, Link, ReadingText, Word } from '../api/shapes';

export type Side = 'original' | 'translation';

/** An editorial annotation inside a sentence; offsets count from the sentence's start. */
export type SentenceAnnotation = { start: number; end: number; kind: string };

/** Kinds that stand in the original too: no editor put them in. */
const ofTheAuthor: readonly string[] = ['round-in-source'];

export function isEditorial({ kind }: SentenceAnnotation): boolean {
  return !ofTheAuthor.includes(kind);
}

export type Sentence = {
  id: string;
  side: Side;
  text: string;
  kind: string;
  part: number | null;
  paragraph: number | null;
  boxes: Box[];
  words: Word[];
  annotations: SentenceAnnotation[];
  /** Pages that the sentence lies on, ascending; empty for translations. */
  pages: number[];
  /** Why there is no counterpart; null when there is one, or no translation at all. */
  unlinked: string | null;
  /** Confidence of the link in 0..1; 1 when it says none. */
  confidence: number;
  /** Whether a person has set the link. */
  byHand: boolean;
};

/** A link below this confidence is drawn lighter and named uncertain. */
export const uncertainLinkBelow = 0.5;
/** A word read below this confidence is drawn lighter: where engines are unsure, about one word in three is wrong. */
export const uncertainWordBelow = 0.6;

export class ParallelText {
  readonly original: readonly Sentence[];
  readonly translation: readonly Sentence[];
  private readonly sentences: ReadonlyMap<string, Sentence>;
  private readonly links: ReadonlyMap<string, Link>;

  private constructor(
    original: readonly Sentence[],
    translation: readonly Sentence[],
    links: ReadonlyMap<string, Link>,
  ) {
    this.original = original;
    this.translation = translation;
    this.links = links;
    this.sentences = new Map(
      [...original, ...translation].map((sentence) => [sentence.id, sentence]),
    );
  }

  static ofBitext(bitext: Bitext): ParallelText {
    const links = linksBySegment(bitext.links);
    const reasons = new Map(
      [...bitext.unlinked.source, ...bitext.unlinked.target].map(({ segment, reason }) => [
        segment,
        reason ?? '',
      ]),
    );
    const linkOf = (id: string) => ({
      unlinked: links.has(id) ? null : (reasons.get(id) ?? ''),
      confidence: links.get(id)?.confidence ?? 1,
      byHand: links.get(id)?.method === 'human',
    });
    const original = bitext.source.segments.map((segment): Sentence => ({
      ...segment,
      ...linkOf(segment.id),
      side: 'original',
      kind: segment.kind ?? 'sentence',
      annotations: [],
      pages: pagesOf(segment.boxes),
    }));
    const translation = bitext.target.segments.map((segment): Sentence => ({
      id: segment.id,
      ...linkOf(segment.id),
      side: 'translation',
      text: segment.text,
      kind: segment.kind ?? 'sentence',
      part: null,
      paragraph: segment.paragraph,
      boxes: [],
      words: [],
      annotations: bitext.annotations
        .filter(({ start, end }) => start < segment.end && end > segment.start)
        .map(({ start, end, kind, type }) => ({
          start: Math.max(start - segment.start, 0),
          end: Math.min(end - segment.start, segment.text.length),
          kind: type ?? kind,
        })),
      pages: [],
    }));
    return new ParallelText(original, translation, links);
  }

  /** The original alone, for a document without translation. */
  static ofReadingText(readingText: ReadingText): ParallelText {
    const original = readingText.segments.map((segment): Sentence => {
      const words = readingText.words
        .filter((word) => word.start >= segment.start && word.end <= segment.end)
        .map((word) => ({
          ...word,
          start: word.start - segment.start,
          end: word.end - segment.start,
        }));
      const boxes = lineBoxes(words);
      return {
        id: segment.id,
        side: 'original',
        text: readingText.text.slice(segment.start, segment.end),
        kind: segment.kind ?? 'sentence',
        part: segment.part,
        paragraph: segment.paragraph,
        boxes,
        words,
        annotations: [],
        pages: pagesOf(boxes),
        unlinked: null,
        confidence: 1,
        byHand: false,
      };
    });
    return new ParallelText(original, [], new Map());
  }

  sentence(id: string): Sentence | null {
    return this.sentences.get(id) ?? null;
  }

  /** The sentences of the other side that a sentence is linked to, in order. */
  partners(id: string): Sentence[] {
    return this.linkedOn(id, (side, own) => side !== own);
  }

  /** The sentences of the same side that share its link (n to m), itself left out. */
  companions(id: string): Sentence[] {
    return this.linkedOn(id, (side, own) => side === own).filter((sentence) => sentence.id !== id);
  }

  /** The ids of both sides of a sentence's link, in the order of the texts; null without one. */
  linkOf(id: string): { original: string[]; translation: string[] } | null {
    const link = this.links.get(id);
    return link === undefined
      ? null
      : { original: [...link.source], translation: [...link.target] };
  }

  /** The sentences whose places on the scan answer for a sentence: itself, or its originals. */
  placesOf(id: string): Sentence[] {
    const sentence = this.sentence(id);
    if (sentence === null) {
      return [];
    }
    return sentence.side === 'original' ? [sentence] : this.partners(id);
  }

  /** The pages on which a sentence, of either side, is found. */
  pagesOf(id: string): number[] {
    return pagesOf(this.placesOf(id).flatMap((sentence) => sentence.boxes));
  }

  /** The sentence some steps further on the same side; stays inside the text. */
  neighbour(id: string, steps: number): Sentence | null {
    const sentence = this.sentence(id);
    if (sentence === null) {
      return null;
    }
    const siblings = this.side(sentence.side);
    const position = siblings.indexOf(sentence) + steps;
    return siblings[Math.min(Math.max(position, 0), siblings.length - 1)] ?? null;
  }

  side(side: Side): readonly Sentence[] {
    return side === 'original' ? this.original : this.translation;
  }

  /** The first sentence that lies on a page. */
  firstOnPage(page: number): Sentence | null {
    return this.original.find((sentence) => sentence.pages.includes(page)) ?? null;
  }

  private linkedOn(id: string, wanted: (side: Side, own: Side) => boolean): Sentence[] {
    const sentence = this.sentence(id);
    const link = this.links.get(id);
    if (sentence === null || link === undefined) {
      return [];
    }
    return [...link.source, ...link.target]
      .map((linked) => this.sentences.get(linked))
      .filter((linked) => linked !== undefined)
      .filter((linked) => wanted(linked.side, sentence.side));
  }
}

/** Sentences gathered to paragraphs, in reading order; a sentence without paragraph stands alone. */
export function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    const previous = last?.at(-1);
    if (
      last !== undefined &&
      previous !== undefined &&
      sentence.paragraph !== null &&
      sentence.paragraph === previous.paragraph &&
      sentence.part === previous.part &&
      blockKind(sentence.kind) === blockKind(previous.kind)
    ) {
      last.push(sentence);
    } else {
      paragraphs.push([sentence]);
    }
  }
  return paragraphs;
}

/** The kind of a paragraph in the typography: running text or one of the set-off kinds. */
export function blockKind(kind: string): string {
  return ['heading', 'address', 'date', 'salutation', 'signature'].includes(kind)
    ? kind
    : 'sentence';
}

/** Where a new page begins inside a sentence: offset of its first word on that page. */
export function pageTurns(sentence: Sentence): { at: number; page: number }[] {
  const turns: { at: number; page: number }[] = [];
  let page = sentence.pages[0];
  for (const word of sentence.words) {
    const last = word.boxes.at(-1)?.page;
    if (last !== undefined && page !== undefined && last > page) {
      turns.push({ at: word.start, page: last });
      page = last;
    }
  }
  return turns;
}

/** One box a line out of words' boxes, where only words are known. */
export function lineBoxes(words: readonly Word[]): Box[] {
  const lines: Box[] = [];
  for (const box of words.flatMap((word) => word.boxes)) {
    const line = lines.at(-1);
    const overlap =
      line === undefined || line.page !== box.page
        ? 0
        : Math.min(line.y + line.height, box.y + box.height) - Math.max(line.y, box.y);
    if (line !== undefined && overlap > Math.min(line.height, box.height) / 2) {
      const right = Math.max(line.x + line.width, box.x + box.width);
      const bottom = Math.max(line.y + line.height, box.y + box.height);
      line.x = Math.min(line.x, box.x);
      line.y = Math.min(line.y, box.y);
      line.width = right - line.x;
      line.height = bottom - line.y;
    } else {
      lines.push({ ...box });
    }
  }
  return lines;
}

function pagesOf(boxes: readonly Box[]): number[] {
  return [...new Set(boxes.map((box) => box.page))].sort((one, other) => one - other);
}

function linksBySegment(links: readonly Link[]): Map<string, Link> {
  const bySegment = new Map<string, Link>();
  for (const link of links) {
    [...link.source, ...link.target].forEach((id) => bySegment.set(id, link));
  }
  return bySegment;
}
