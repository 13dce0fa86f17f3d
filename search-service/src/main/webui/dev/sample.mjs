/**
 * Development only: a few papers of our own writing, laid out as typescript pages so that every word
 * has its box. Nothing here reaches the built reading room.
 */
const page = { width: 1700, height: 2200 };
const advance = 24;
const leading = 60;
const margin = { left: 200, top: 300, bottom: 240 };
const columns = 54;

/** A sentence: original, translation (null: left out), link group shared by n:m links. */
const o = (text, translated, more = {}) => ({ text, translated, ...more });

const harbour = {
  documentId: '01930000-0000-7000-8000-000000000001',
  record: {
    title: 'Informe del práctico mayor sobre el balizamiento de la bahía de Santa Elvira',
    originalLanguages: ['es'],
    collection: 'Papeles del puerto',
    recordNumber: 'PP-1931-044',
    date: { edtf: '1931-03-14', printed: '14 de marzo de 1931' },
    summary:
      'The senior pilot reports on three buoys lost in the February storms, on the fishermen’s own lights, and asks for a keeper for the northern shoal.',
    citation:
      'Informe del práctico mayor, 14 de marzo de 1931, Papeles del puerto, PP-1931-044. Translated by Ada Merriweather.',
    credits: 'Written for Cotejo’s development; any likeness to real papers is chance.',
    people: ['Baltasar Quiroga', 'Remedios Andrade'],
    places: ['Santa Elvira', 'Bajo del Norte'],
    subjects: ['Navigation', 'Harbours'],
    access: { level: 'public' },
    parts: [
      {
        title: 'Nota de remisión',
        date: { edtf: '1931-03-15', printed: '15 de marzo de 1931' },
        pages: { from: 1, to: 1 },
      },
      {
        title: 'Informe',
        date: { edtf: '1931-03-14', printed: '14 de marzo de 1931' },
        pages: { from: 1, to: 3 },
      },
    ],
  },
  translations: { en: 'Ada Merriweather', fr: null },
  language: 'es',
  blocks: [
    {
      kind: 'address',
      part: 1,
      sentences: [o('Señor Capitán del Puerto.', 'To the Harbour Master.')],
    },
    {
      kind: 'sentence',
      part: 1,
      sentences: [
        o(
          'Adjunto el informe que usted me pidió el lunes.',
          'I enclose the report you asked me for on Monday.',
        ),
        o(
          'Le ruego que lo lea antes de la reunión del jueves.',
          'Please read it before Thursday’s meeting.',
        ),
      ],
    },
    {
      kind: 'heading',
      part: 2,
      sentences: [o('INFORME SOBRE EL BALIZAMIENTO', 'Report on the Buoys and Lights')],
    },
    {
      kind: 'date',
      part: 2,
      sentences: [o('Santa Elvira, 14 de marzo de 1931', 'Santa Elvira, 14 March 1931')],
    },
    {
      kind: 'sentence',
      part: 2,
      sentences: [
        o(
          'Los temporales de febrero se llevaron tres de las nueve boyas de la bahía.',
          'The February storms carried off three of the nine buoys in the bay.',
        ),
        o(
          'Dos aparecieron en la playa de los Carros, con la cadena partida; de la tercera nada se sabe.',
          'Two turned up on Carros beach with their chains broken; of the third nothing is known.',
        ),
        o(
          'Desde entonces los pescadores encienden sus propios faroles en la punta, cada uno a su hora y sin orden alguno.',
          'Since then the fishermen have been lighting lamps of their own on the point [Punta Mora—ed.].',
          { group: 'lamps' },
        ),
        o(null, 'Each does so at his own hour and without any order.', {
          group: 'lamps',
          uncertain: true,
        }),
        o('Esto es más peligroso que la oscuridad.', 'This is more dangerous than the dark.'),
      ],
    },
    {
      kind: 'sentence',
      part: 2,
      sentences: [
        o(
          'Un vapor que espera una sola luz y encuentra siete no sabe cuál de ellas le habla.',
          'A steamer that expects one light and finds seven cannot tell which of them is speaking to it.',
        ),
        o(
          'El día 2 el «Concepción», que venía cargado de madera, tomó el farol de una barca por la boya del canal y tocó fondo en el Bajo del Norte durante dos horas.',
          'On the 2nd the Concepción, laden with timber, took a boat’s lamp for the channel buoy and lay aground on the Northern Shoal for two hours.',
        ),
        o('No hubo desgracias.', null),
        o(
          'La marea la levantó antes del amanecer, pero el capitán ha protestado por escrito y tiene razón en todo lo que dice.',
          'The tide lifted her before dawn, but the captain has protested in writing, and he is right in everything that he says.',
        ),
      ],
    },
    {
      kind: 'sentence',
      part: 2,
      sentences: [
        o('Pido, por lo tanto, tres cosas.', 'I therefore ask for three things.'),
        o(
          'Primero, que se repongan las boyas antes del equinoccio, porque después nadie podrá fondearlas.',
          'First, that the buoys be replaced before the equinox, for after it nobody will be able to moor them.',
        ),
        o(
          'Segundo, que se prohíban los faroles particulares a menos de media milla del canal, y que se diga esto a los pescadores de palabra, no por bando, ya que muchos no leen.',
          'Second, that private lamps be forbidden within half a mile of the channel, and that the fishermen be told so by word of mouth rather than by proclamation, since many of them do not read.',
        ),
        o(
          'Tercero, que se nombre un vigilante para el Bajo del Norte.',
          'Third, that a keeper be appointed for the Northern Shoal.',
        ),
        o(
          'Propongo para ello a Remedios Andrade, viuda del anterior, que ha llevado la luz sin sueldo durante todo el invierno y conoce cada piedra.',
          'For this I propose Remedios Andrade, the widow of the last one, who has kept the light without pay all winter (since December) and knows every stone.',
        ),
        o(
          'Si la ley no permite pagar a una mujer por este oficio, páguese al hijo, que tiene once años, y trabaje la madre como hasta ahora.',
          'If the law does not allow a woman to be paid for this work, let the son, who is eleven, be paid, and let the mother work as she has until now.',
        ),
      ],
    },
    {
      kind: 'sentence',
      part: 2,
      sentences: [
        o(
          'No se me oculta que el presupuesto está agotado.',
          'I am well aware that the budget is spent.',
        ),
        o(
          'Pero una boya cuesta menos que un pleito, y un pleito menos que un barco.',
          'But a buoy costs less than a lawsuit, and a lawsuit less than a ship.',
        ),
        o(
          'He medido otra vez el canal con la sonda vieja: en la entrada hay cinco brazas y media, y junto a la segunda boya apenas cuatro.',
          'I have sounded the channel again with the old lead: there are five and a half fathoms at the entrance, and barely four by the second buoy.',
        ),
        o(
          'La arena camina hacia el sur, unos doce pasos cada año.',
          'The sand is walking southward, some twelve paces each year.',
        ),
        o(
          'Dentro de diez años la carta que hoy usamos será un dibujo bonito.',
          'In ten years the chart that we use today will be a pretty drawing.',
        ),
      ],
    },
    {
      kind: 'salutation',
      part: 2,
      sentences: [o('Dios guarde a usted muchos años.', 'God keep you many years.')],
    },
    {
      kind: 'signature',
      part: 2,
      sentences: [o('Baltasar Quiroga, práctico mayor', 'Baltasar Quiroga, Senior Pilot')],
    },
    {
      kind: 'other',
      part: 2,
      sentences: [
        o(null, 'The signature is illegible; the name is taken from the register.', {
          added: true,
        }),
      ],
    },
  ],
};

const mill = {
  documentId: '01930000-0000-7000-8000-000000000002',
  record: {
    title: 'Brief des Müllers Anton Reitinger an die Gemeinde',
    originalLanguages: ['de'],
    collection: 'Gemeindearchiv Oberau',
    recordNumber: 'GA 12/7',
    date: { edtf: '1904-10-02', printed: '2. Oktober 1904' },
    people: ['Anton Reitinger'],
    places: ['Oberau'],
    access: { level: 'public' },
  },
  translations: {},
  language: 'de',
  blocks: [
    { kind: 'salutation', sentences: [o('An die löbliche Gemeinde!')] },
    {
      kind: 'sentence',
      sentences: [
        o('Das Wehr ist seit dem Hochwasser unterspült und hält keinen zweiten Winter.'),
        o('Ich bitte, die Balken noch vor dem Frost zu bewilligen.'),
        o(
          'Ohne Wehr gibt es kein Mahlwerk, und ohne Mahlwerk holt das Dorf sein Mehl aus der Stadt.',
        ),
      ],
    },
    { kind: 'signature', sentences: [o('Anton Reitinger, Müller')] },
  ],
};

const sealed = {
  documentId: '01930000-0000-7000-8000-000000000003',
  record: {
    title: 'Acta reservada de la junta de sanidad',
    originalLanguages: ['es'],
    collection: 'Papeles del puerto',
    date: { edtf: '1933', printed: '1933' },
    access: { level: 'restricted' },
  },
  translations: { en: null },
  language: 'es',
  blocks: [
    {
      kind: 'sentence',
      sentences: [
        o('La junta acuerda cerrar el lazareto.', 'The board resolves to close the lazaret.'),
        o('Nadie debe saberlo antes del domingo.', 'Nobody must know before Sunday.'),
      ],
    },
  ],
};

const arriving = {
  documentId: '01930000-0000-7000-8000-000000000004',
  state: 'in-flight',
  ingestId: 'arriving',
  record: {
    title: 'Cuaderno de mareas',
    originalLanguages: ['es'],
    collection: 'Papeles del puerto',
    date: { edtf: '1929~', printed: 'hacia 1929' },
    access: { level: 'public' },
  },
  translations: {},
  language: 'es',
  blocks: [],
};

export const documents = [harbour, mill, sealed, arriving].map(layOut);

function layOut(document) {
  const lines = [];
  const segments = [];
  let paragraph = 0;
  let at = { page: 1, y: margin.top };
  const newLine = () => {
    at =
      at.y + leading > page.height - margin.bottom
        ? { page: at.page + 1, y: margin.top }
        : { ...at, y: at.y + leading };
  };
  for (const block of document.blocks) {
    paragraph += 1;
    let column =
      block.kind === 'signature' || block.kind === 'date' ? 14 : block.kind === 'sentence' ? 4 : 0;
    for (const sentence of block.sentences) {
      if (sentence.text === null) continue;
      const segment = {
        id: `s${segments.length + 1}`,
        text: sentence.text,
        kind: block.kind,
        part: block.part ?? 1,
        paragraph,
        words: [],
        sentence,
      };
      for (const match of sentence.text.matchAll(/\S+/g)) {
        if (column + match[0].length > columns) {
          newLine();
          column = 0;
        }
        const box = {
          page: at.page,
          x: margin.left + column * advance,
          y: at.y,
          width: match[0].length * advance,
          height: 42,
        };
        const doubtful = /brazas|partida|unterspült/.test(match[0]);
        segment.words.push({
          start: match.index,
          end: match.index + match[0].length,
          confidence: doubtful ? 0.41 : 0.93,
          boxes: [box],
        });
        lines.push({ ...box, text: match[0] });
        column += match[0].length + 1;
      }
      segments.push(segment);
    }
    newLine();
    if (block.kind !== 'sentence') newLine();
  }
  const pageCount = document.blocks.length === 0 ? 0 : Math.max(...lines.map((line) => line.page));
  return { ...document, segments, lines, pageCount };
}

export function lineBoxes(words) {
  const boxes = [];
  for (const {
    boxes: [box],
  } of words) {
    const last = boxes.at(-1);
    if (last && last.page === box.page && last.y === box.y) last.width = box.x + box.width - last.x;
    else boxes.push({ ...box });
  }
  return boxes;
}

/** The bitext answer for a translation; French is a shortened second one to try the choice. */
export function bitext(document, language) {
  let text = '';
  const segments = [];
  const links = [];
  const groups = new Map();
  const unlinked = { source: [], target: [] };
  const annotations = [];
  let paragraph = 0;
  for (const block of document.blocks) {
    paragraph += 1;
    for (const sentence of block.sentences) {
      const source = document.segments.find((segment) => segment.sentence === sentence);
      const translated =
        language === 'fr' && sentence.translated
          ? `(fr) ${sentence.translated}`
          : sentence.translated;
      if (!translated) {
        unlinked.source.push({ segment: source.id, reason: 'omitted' });
        continue;
      }
      if (text !== '') text += ' ';
      const segment = {
        id: `t${segments.length + 1}`,
        kind: block.kind,
        paragraph,
        start: text.length,
        end: text.length + translated.length,
        text: translated,
      };
      text += translated;
      segments.push(segment);
      for (const match of translated.matchAll(/\[[^\]]+\]|\([^)]+\)/g)) {
        annotations.push({
          start: segment.start + match.index,
          end: segment.start + match.index + match[0].length,
          kind: match[0].includes('ed.]') ? 'note' : match[0].startsWith('[') ? 'square' : 'round',
        });
      }
      if (sentence.added) {
        unlinked.target.push({ segment: segment.id, reason: 'added' });
      } else if (groups.has(sentence.group)) {
        groups.get(sentence.group).target.push(segment.id);
      } else {
        const link = {
          source: [source.id],
          target: [segment.id],
          confidence: /marea la/.test(sentence.text) ? 0.38 : 0.94,
          method: 'sample',
        };
        links.push(link);
        if (sentence.group) groups.set(sentence.group, link);
      }
    }
  }
  return {
    documentId: document.documentId,
    revision: 1,
    alignmentVersion: 1,
    sourceLanguage: document.language,
    language,
    translator: document.translations[language] ?? undefined,
    method: { name: 'sample', version: '1', fingerprint: 'sample' },
    source: {
      segments: document.segments.map(({ sentence: _, ...segment }) => ({
        ...segment,
        start: 0,
        end: segment.text.length,
        boxes: lineBoxes(segment.words),
      })),
    },
    target: { segments },
    annotations,
    links,
    unlinked,
  };
}

export function readingText(document) {
  let text = '';
  const words = [];
  const segments = document.segments.map((segment) => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += segment.text;
    words.push(
      ...segment.words.map((word) => ({
        ...word,
        start: word.start + start,
        end: word.end + start,
      })),
    );
    return {
      id: segment.id,
      start,
      end: text.length,
      kind: segment.kind,
      part: segment.part,
      paragraph: segment.paragraph,
    };
  });
  return {
    schema: 'cotejo.reading-text.v1',
    documentId: document.documentId,
    languages: [document.language],
    text,
    pages: [],
    words,
    segments,
    furniture: [],
  };
}

const escape = (text) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

export function pageSvg(document, number, scale = 1) {
  const words = document.lines
    .filter((line) => line.page === number)
    .map(
      (line) =>
        `<text x="${line.x}" y="${line.y + 33}" textLength="${line.width}" lengthAdjust="spacingAndGlyphs">${escape(line.text)}</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width * scale}" height="${page.height * scale}" viewBox="0 0 ${page.width} ${page.height}">
<rect width="100%" height="100%" fill="#f6f1e4"/><rect x="0" y="0" width="18" height="100%" fill="#e6dfcd"/>
<g font-family="Courier,Liberation Mono,DejaVu Sans Mono,monospace" font-size="38" fill="#2b2925">
<text x="200" y="150" font-size="30">CAPITANÍA DEL PUERTO</text><text x="1460" y="150" font-size="30">${number}</text>${words}</g>
<g transform="rotate(-9 1330 230)" fill="none" stroke="#8b2e3f" stroke-width="5" opacity=".55"><rect x="1190" y="180" width="290" height="92" rx="8"/><text x="1212" y="243" font-family="sans-serif" font-size="46" fill="#8b2e3f" stroke="none">ARCHIVO</text></g></svg>`;
}

export const pageSize = page;
