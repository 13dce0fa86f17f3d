/**
 * Shapes of the API's answers, checked at the boundary. Unknown fields are ignored, missing or
 * mistyped ones are refused, so that the pages behind never meet a half-filled answer.
 */
import * as v from 'valibot';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const optionalText = v.optional(v.nullable(v.string()), null);

/** An optional list: absent and null read as empty. */
function listOf<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(
    v.optional(v.nullable(v.array(item)), null),
    v.transform((items) => items ?? []),
  );
}

export const Box = v.object({
  page: pageNumber,
  x: v.number(),
  y: v.number(),
  width: v.pipe(v.number(), v.minValue(0)),
  height: v.pipe(v.number(), v.minValue(0)),
});
/** A rectangle on a page, in pixels of the page's surrogate image, origin top left. */
export type Box = v.InferOutput<typeof Box>;

/** A half-open range of UTF-16 code units. */
const Range = v.pipe(
  v.object({ start: wholeNumber, end: wholeNumber }),
  v.check((range) => range.start <= range.end, 'range ends before it starts'),
);
export type Range = v.InferOutput<typeof Range>;

const PrintedDate = v.pipe(
  v.union([v.string(), v.object({ edtf: optionalText, printed: optionalText })]),
  v.transform((date) =>
    typeof date === 'string'
      ? { edtf: date, printed: date }
      : { edtf: date.edtf, printed: date.printed ?? date.edtf },
  ),
);
const optionalDate = v.optional(v.nullable(PrintedDate), null);

// Search

const Counterpart = v.object({
  language: v.string(),
  role: v.optional(v.picklist(['original', 'translation']), 'translation'),
  text: v.string(),
  segments: listOf(v.string()),
  marks: listOf(Range),
});

/** How a word of the query was met, and as what where the passage has it otherwise. */
const Way = v.object({
  term: v.string(),
  kind: v.fallback(
    v.picklist(['word', 'variant', 'lexicon', 'reading', 'spelling', 'letters']),
    'word',
  ),
  as: listOf(v.string()),
});

const Passage = v.object({
  segments: v.array(v.string()),
  role: v.picklist(['original', 'translation']),
  language: v.string(),
  text: v.string(),
  marks: listOf(Range),
  pages: listOf(pageNumber),
  boxes: listOf(Box),
  markBoxes: listOf(Box),
  /** The side in which the words stand. */
  through: v.optional(v.nullable(v.picklist(['original', 'translation', 'both', 'lexicon'])), null),
  ways: listOf(Way),
  counterparts: listOf(Counterpart),
});
export type Passage = v.InferOutput<typeof Passage>;

const Hit = v.object({
  documentId: v.string(),
  title: v.string(),
  date: optionalDate,
  collection: optionalText,
  originalLanguages: listOf(v.string()),
  translationLanguages: listOf(v.string()),
  access: v.pipe(
    v.optional(v.nullable(v.union([v.string(), v.object({ level: v.string() })])), 'public'),
    v.transform((access) =>
      access === null ? 'public' : typeof access === 'string' ? access : access.level,
    ),
  ),
  needsReview: v.optional(v.nullable(v.boolean()), null),
  thumbnail: optionalText,
  /** Passages found in the document, of which the answer holds the best. */
  passageTotal: v.optional(v.nullable(wholeNumber), null),
  passages: listOf(Passage),
});
export type Hit = v.InferOutput<typeof Hit>;

const FacetValue = v.object({
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  count: wholeNumber,
});
export type FacetValue = v.InferOutput<typeof FacetValue>;

export const SearchAnswer = v.object({
  total: wholeNumber,
  hits: v.array(Hit),
  facets: v.optional(v.record(v.string(), listOf(FacetValue)), {}),
  next: optionalText,
});
export type SearchAnswer = v.InferOutput<typeof SearchAnswer>;

const suggestionKinds = ['word', 'person', 'place', 'title', 'collection'] as const;
export const SuggestionsAnswer = v.object({
  suggestions: listOf(
    v.object({
      text: v.string(),
      kind: v.fallback(v.picklist(suggestionKinds), 'word'),
      query: v.string(),
    }),
  ),
});
export type Suggestion = v.InferOutput<typeof SuggestionsAnswer>['suggestions'][number];

// Documents

const Record = v.object({
  title: v.string(),
  originalLanguages: listOf(v.string()),
  collection: optionalText,
  recordNumber: optionalText,
  date: optionalDate,
  summary: optionalText,
  citation: optionalText,
  credits: optionalText,
  provenance: optionalText,
  rights: optionalText,
  originalClassification: optionalText,
  sourceUrl: optionalText,
  people: listOf(v.string()),
  places: listOf(v.string()),
  subjects: listOf(v.string()),
  contents: listOf(v.string()),
  access: v.optional(v.nullable(v.object({ level: v.string(), until: optionalText })), null),
  parts: listOf(
    v.object({
      title: optionalText,
      date: optionalDate,
      pages: v.optional(v.nullable(v.object({ from: pageNumber, to: pageNumber })), null),
    }),
  ),
});
export type Record = v.InferOutput<typeof Record>;

export const ArchiveDocument = v.object({
  documentId: v.string(),
  revision: v.optional(v.nullable(v.number()), null),
  state: optionalText,
  ingestId: optionalText,
  record: Record,
  /** The translations as submitted, whether they are aligned already or not. */
  translations: listOf(v.object({ language: optionalText, translator: optionalText })),
});
export type ArchiveDocument = v.InferOutput<typeof ArchiveDocument>;

export const Ingest = v.object({
  state: v.string(),
  endedAt: optionalText,
  stages: listOf(
    v.object({
      stage: v.string(),
      state: v.string(),
      done: wholeNumber,
      failed: wholeNumber,
      total: wholeNumber,
    }),
  ),
  pages: listOf(v.object({ page: pageNumber, state: v.string() })),
  failures: listOf(v.object({ stage: v.string(), message: v.string() })),
});
/** One processing of a document: how far each stage has come, and what failed. */
export type Ingest = v.InferOutput<typeof Ingest>;

const Page = v.object({
  page: pageNumber,
  widthPixels: v.pipe(v.number(), v.minValue(1)),
  heightPixels: v.pipe(v.number(), v.minValue(1)),
  image: v.string(),
  thumbnail: v.string(),
  /** The page's IIIF image service, and the side of the tiles that it has ready. */
  imageService: optionalText,
  tileSizePixels: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(64))), null),
});
export type Page = v.InferOutput<typeof Page>;

export const PagesAnswer = v.object({
  documentId: v.string(),
  pages: v.array(Page),
});

// Texts

const Word = v.object({
  start: wholeNumber,
  end: wholeNumber,
  confidence: v.optional(v.nullable(v.number()), null),
  boxes: listOf(Box),
});
export type Word = v.InferOutput<typeof Word>;

const OriginalSegment = v.object({
  id: v.string(),
  text: v.string(),
  kind: v.optional(v.nullable(v.string()), null),
  part: v.optional(v.nullable(v.number()), null),
  paragraph: v.optional(v.nullable(v.number()), null),
  boxes: listOf(Box),
  words: listOf(Word),
});
export type OriginalSegment = v.InferOutput<typeof OriginalSegment>;

const TranslationSegment = v.object({
  id: v.string(),
  text: v.string(),
  kind: v.optional(v.nullable(v.string()), null),
  paragraph: v.optional(v.nullable(v.number()), null),
  start: wholeNumber,
  end: wholeNumber,
});
export type TranslationSegment = v.InferOutput<typeof TranslationSegment>;

const Link = v.object({
  source: v.array(v.string()),
  target: v.array(v.string()),
  confidence: v.optional(v.nullable(v.number()), null),
  method: optionalText,
});
export type Link = v.InferOutput<typeof Link>;

const Unlinked = v.object({
  segment: v.string(),
  reason: v.optional(v.nullable(v.string()), null),
});

const Annotation = v.object({
  start: wholeNumber,
  end: wholeNumber,
  kind: v.string(),
  /** Whose it is, where the service can tell: a round bracket may be the author's own. */
  type: optionalText,
});
export type Annotation = v.InferOutput<typeof Annotation>;

export const Bitext = v.object({
  documentId: v.string(),
  sourceLanguage: v.string(),
  language: v.string(),
  translator: optionalText,
  /** What linked the two sides. */
  method: v.optional(
    v.nullable(v.object({ name: v.string(), version: v.string(), fingerprint: v.string() })),
    null,
  ),
  source: v.object({ segments: v.array(OriginalSegment) }),
  target: v.object({ segments: v.array(TranslationSegment) }),
  /** Offsets count in the translation's whole text, as its segments' do. */
  annotations: listOf(Annotation),
  links: v.array(Link),
  unlinked: v.optional(v.object({ source: listOf(Unlinked), target: listOf(Unlinked) }), {
    source: [],
    target: [],
  }),
});
export type Bitext = v.InferOutput<typeof Bitext>;

const BitextSummary = v.object({
  language: v.string(),
  translator: optionalText,
});
export type BitextSummary = v.InferOutput<typeof BitextSummary>;

export const BitextList = v.object({ bitexts: v.array(BitextSummary) });

const Furniture = v.object({
  page: pageNumber,
  type: v.string(),
  text: v.string(),
  boxes: v.pipe(
    listOf(
      v.object({
        page: v.optional(v.nullable(pageNumber), null),
        x: v.number(),
        y: v.number(),
        width: v.pipe(v.number(), v.minValue(0)),
        height: v.pipe(v.number(), v.minValue(0)),
      }),
    ),
  ),
});
/** A letterhead, a page number, a stamp: read, and set aside from the running text. */
export type Furniture = v.InferOutput<typeof Furniture>;

export const ReadingText = v.object({
  furniture: listOf(Furniture),
  languages: listOf(v.string()),
  text: v.string(),
  words: listOf(Word),
  segments: v.array(
    v.object({
      id: v.string(),
      start: wholeNumber,
      end: wholeNumber,
      kind: v.optional(v.nullable(v.string()), null),
      part: v.optional(v.nullable(v.number()), null),
      paragraph: v.optional(v.nullable(v.number()), null),
    }),
  ),
});
export type ReadingText = v.InferOutput<typeof ReadingText>;

const PageReading = v.object({
  page: pageNumber,
  engine: v.object({
    name: v.string(),
    version: v.string(),
    fingerprint: v.string(),
    languages: listOf(v.string()),
  }),
  meanConfidence: v.optional(v.nullable(v.number()), null),
  needsReview: v.optional(v.nullable(v.boolean()), null),
});
/** Who or what read a page, and how sure it was. */
export type PageReading = v.InferOutput<typeof PageReading>;

export const TranscriptionAnswer = v.object({ pages: v.array(PageReading) });

// What curators see and do

const FindingSide = v.optional(
  v.object({
    segments: listOf(v.string()),
    start: v.optional(v.nullable(wholeNumber), null),
    end: v.optional(v.nullable(wholeNumber), null),
    text: optionalText,
    boxes: listOf(Box),
  }),
  { segments: [], boxes: [] },
);

const Finding = v.object({
  key: v.string(),
  rule: v.string(),
  severity: v.fallback(v.picklist(['error', 'warning', 'note']), 'note'),
  message: v.string(),
  /** Which sentence the message is, and the words of the texts in it; a later service may say others. */
  phrase: optionalText,
  quotes: listOf(v.string()),
  state: v.picklist(['open', 'accepted', 'dismissed']),
  note: optionalText,
  author: optionalText,
  changedAt: optionalText,
  source: FindingSide,
  target: FindingSide,
});
/** A place where original and translation seem to differ, and what a curator thinks of it. */
export type Finding = v.InferOutput<typeof Finding>;

export const FindingsAnswer = v.object({ findings: v.array(Finding) });

const KeptCorrection = v.object({
  id: v.number(),
  author: optionalText,
  madeAt: optionalText,
  state: optionalText,
  undoes: v.optional(v.nullable(v.number()), null),
});
/** A change that curators made to links or words. */
export type KeptCorrection = v.InferOutput<typeof KeptCorrection>;

export const CorrectionsAnswer = v.object({ corrections: v.array(KeptCorrection) });

// Errors

export const ProblemDocument = v.object({
  type: optionalText,
  title: optionalText,
  status: v.optional(v.nullable(v.number()), null),
  detail: optionalText,
  code: optionalText,
  findings: listOf(
    v.object({
      code: optionalText,
      field: optionalText,
      message: v.string(),
      /** Where in the text of the field. */
      position: v.optional(v.nullable(wholeNumber), null),
    }),
  ),
});
export type ProblemDocument = v.InferOutput<typeof ProblemDocument>;
