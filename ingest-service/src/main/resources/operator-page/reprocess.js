/** Processing many documents again: first a count, then the deed, then how far it has come. */
import * as api from '/operations/api.js';
import { button, byId, element, press, say, show, twice, when } from '/operations/elements.js';
import { count, counted } from '/operations/format.js';

const fields = ['language', 'engine', 'collection', 'state', 'from', 'to'];

function filter() {
  const wanted = {};
  for (const field of fields) {
    const value = byId(`filter-${field}`).value.trim();
    if (value !== '') {
      wanted[field] = value;
    }
  }
  return wanted;
}

/** What was counted no longer holds once the filter is another. */
function uncount() {
  byId('filter-count').textContent = '';
  byId('filter-begin').hidden = true;
}

export function prepareReprocessing(again) {
  const form = byId('filter');
  form.addEventListener('input', uncount);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pressed = byId('filter-look');
    press(pressed, async () => {
      const found = await api.countReprocessing(filter());
      byId('filter-count').textContent =
        found.documents === 0
          ? 'The filter finds no document.'
          : `${counted(found.documents, 'document', 'documents')}, ${counted(found.pages, 'page', 'pages')}.`;
      byId('filter-begin').hidden = found.documents === 0;
      byId('filter-begin').disabled = false;
      pressed.disabled = false;
    });
  });
  byId('filter-begin').addEventListener('click', (event) => {
    const pressed = event.currentTarget;
    twice(pressed, 'Really process them again?', () =>
      press(pressed, async () => {
        const job = await api.beginReprocessing(filter());
        say(`${counted(job.total, 'document is', 'documents are')} processed again, a few at a time.`);
        uncount();
        await again();
      }),
    );
  });
}

export async function showEngines() {
  const { engines } = await api.engines();
  const list = byId('filter-engine');
  const chosen = list.value;
  list.replaceChildren(
    element('option', { value: '' }, 'any'),
    ...engines.map(({ fingerprint, pages }) =>
      element('option', { value: fingerprint }, `${fingerprint} (${counted(pages, 'page', 'pages')})`),
    ),
  );
  list.value = engines.some(({ fingerprint }) => fingerprint === chosen) ? chosen : '';
}

const words = (wanted) =>
  Object.entries(wanted)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ') || 'all documents';

export function showReprocessings(jobs, again) {
  show(byId('reprocessings'), jobs, () => jobs.map((job) => jobCard(job, again)));
}

function jobCard(job, again) {
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${(100 * job.ended) / Math.max(1, job.total)}%`;
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('span', { class: 'state', 'data-state': job.state }, job.state),
      element('b', {}, words(job.filter)),
      element('span', { class: 'where' }, `by ${job.createdBy}`),
      when(job.createdAt),
    ),
    element('p', { class: 'progress' }, element('span', { class: 'track' }, bar)),
    element(
      'p',
      { class: 'quiet' },
      `${count(job.ended)} of ${counted(job.total, 'document', 'documents')} ended, ${count(job.started - job.ended)} in flight`,
      job.failed > 0 ? `, ${count(job.failed)} failed` : '',
      '.',
    ),
    job.state === 'running'
      ? element(
          'p',
          { class: 'actions' },
          button(`cancel-${job.id}`, 'Cancel', (event) => {
            const pressed = event.currentTarget;
            twice(pressed, 'Begin no further document?', () =>
              press(pressed, async () => {
                await api.cancelReprocessing(job.id);
                say('No further document is begun.');
                await again();
              }),
            );
          }),
        )
      : null,
  );
}
