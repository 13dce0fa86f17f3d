/** One ingest, and all that happened to one document. */
import * as api from '/operations/api.js';
import {
  button,
  byId,
  dialog,
  element,
  nothing,
  paper,
  press,
  say,
  show,
  when,
} from '/operations/elements.js';
import { duration } from '/operations/format.js';

let ingestDialog;
let lifeDialog;
let openedIngest = '';
let openedTitle = '';

export function prepareIngest() {
  ingestDialog = dialog('ingest');
  lifeDialog = dialog('life');
  byId('life-form').addEventListener('submit', (event) => {
    event.preventDefault();
    openLife(byId('life-id').value.trim());
  });
}

export async function openIngest(id, title) {
  openedIngest = id;
  openedTitle = title;
  ingestDialog.open(title);
  await lookAtIngest();
}

export async function lookAtIngest() {
  if (!ingestDialog.opened()) {
    return;
  }
  const id = openedIngest;
  try {
    const found = await api.ingest(id);
    if (id === openedIngest) {
      ingestDialog.show(found, () => ingestDetails(found));
    }
  } catch (refused) {
    ingestDialog.fault(refused.message);
  }
}

export async function openLife(documentId) {
  lifeDialog.open('One moment …');
  try {
    const life = await api.timeline(documentId);
    lifeDialog.open(life.title);
    lifeDialog.show(life, () => lifeDetails(life));
  } catch (refused) {
    lifeDialog.open('A document');
    lifeDialog.fault(refused.status === 404 ? 'There is no document with this id.' : refused.message);
  }
}

function lifeDetails(life) {
  return [
    element(
      'p',
      {},
      element('span', { class: 'state', 'data-state': life.state }, life.state.replaceAll('-', ' ')),
      ` revision ${life.revision}, `,
      paper(life.documentId, 'reading page'),
    ),
    element(
      'ol',
      { class: 'life' },
      ...life.entries.map((entry) =>
        element(
          'li',
          { 'data-kind': entry.kind },
          when(entry.at),
          element(
            'div',
            {},
            element('b', {}, entry.what),
            entry.revision ? element('span', { class: 'quiet' }, ` revision ${entry.revision}`) : null,
            entry.detail ? element('p', { class: 'quiet' }, entry.detail) : null,
          ),
        ),
      ),
    ),
    element('p', { class: 'quiet' }, 'Document ', element('code', {}, life.documentId)),
  ];
}

export function showIngests(ingests) {
  show(byId('ingests'), ingests, () =>
    ingests.length === 0
      ? [nothing('Nothing was submitted yet.')]
      : ingests.map((one) =>
          element(
            'li',
            {},
            element('span', { class: 'state', 'data-state': one.state }, one.state.replaceAll('-', ' ')),
            element('span', { class: 'what' }, paper(one.documentId, one.title)),
            element('span', { class: 'quiet' }, `revision ${one.revision}, ${one.cause}`),
            element(
              'span',
              { class: 'quiet' },
              when(one.acceptedAt),
              one.endedAt ? `, ${duration((new Date(one.endedAt) - new Date(one.acceptedAt)) / 1000)}` : '',
            ),
            button(`ingest-${one.ingestId}`, 'Details', () => openIngest(one.ingestId, one.title), {
              'aria-label': `Details of ${one.title}, revision ${one.revision}`,
            }),
          ),
        ),
  );
}

function ingestDetails(found) {
  const stages = element(
    'ul',
    { class: 'steps' },
    ...found.stages.map((stage) =>
      element(
        'li',
        { 'data-state': stage.state },
        element('span', { class: 'name' }, stage.stage),
        element('span', { class: 'value' }, `${stage.done} of ${stage.total}`),
        stage.failed > 0 ? element('span', { class: 'fault' }, `${stage.failed} failed`) : null,
      ),
    ),
  );
  const pages = element(
    'ol',
    { class: 'pages', 'aria-label': 'Pages' },
    ...found.pages.map((page) => {
      const sure = page.confidence === undefined ? '' : `, ${Math.round(page.confidence * 100)} %`;
      const label = `Page ${page.page}: ${page.state}${sure}${page.reason ? `. ${page.reason}` : ''}`;
      return element(
        'li',
        { 'data-state': page.needsReview ? 'review' : page.state, title: label, 'aria-label': label },
        String(page.page),
      );
    }),
  );
  return [
    element(
      'p',
      {},
      element('span', { class: 'state', 'data-state': found.state }, found.state.replaceAll('-', ' ')),
      ` revision ${found.revision}, ${found.cause}, accepted `,
      when(found.acceptedAt),
      found.endedAt ? ', ended ' : '',
      found.endedAt ? when(found.endedAt) : null,
    ),
    stages,
    pages,
    element(
      'ul',
      { class: 'cards' },
      ...found.failures.map((failure) =>
        element(
          'li',
          {},
          element(
            'p',
            {},
            element('code', {}, failure.code),
            ` ${failure.page ? `${failure.stage}, page ${failure.page}` : failure.stage}: ${failure.message}`,
          ),
        ),
      ),
    ),
    element(
      'p',
      { class: 'actions' },
      element('a', { class: 'button', href: `/documents/${found.documentId}` }, 'Reading page'),
      button('life', 'All that happened to it', () => openLife(found.documentId)),
      button('reprocess', 'Process the document again', (event) =>
        press(event.currentTarget, async () => {
          const accepted = await api.reprocess(found.documentId);
          say(`Processed again as revision ${accepted.revision}.`);
          await openIngest(accepted.ingestId, openedTitle);
        }),
      ),
    ),
    element('p', { class: 'quiet' }, 'Ingest ', element('code', {}, found.ingestId)),
  ];
}
