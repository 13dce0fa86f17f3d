/**
 * Measures how long it takes until each page can be used: from the navigation's start until its content
 * is painted and answers the keyboard, with an empty cache, against a running stack.
 *
 * Usage: node dev/first-view.mjs --base URL [--runs 10] [--q WORD] [--chromium PATH]
 */
import { parseArgs } from 'node:util';
import { cpus } from 'node:os';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:8080' },
    runs: { type: 'string', default: '10' },
    q: { type: 'string', default: 'faro' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const runs = Number(values.runs);
const found = await (
  await fetch(`${values.base}/v1/search?q=${encodeURIComponent(values.q)}`)
).json();
const id = found.hits[0]?.documentId;
if (id === undefined) throw new Error(`nothing is found for ${values.q}; give another --q`);

/** What must stand for a page to be of use, and the image that may come after it. */
const pages = {
  'search, no words': { path: '/', usable: '.results h2' },
  'search, a word': { path: `/search?q=${encodeURIComponent(values.q)}`, usable: 'a.passage' },
  'document, texts': { path: `/documents/${id}`, usable: '[data-sentence]' },
  'document, page image': { path: `/documents/${id}`, usable: '[data-sentence]', image: true },
};
const browser = await chromium.launch({
  executablePath: values.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
console.log(`${cpus().length} processors, ${runs} runs a page, empty cache; milliseconds`);
console.log('page                      median    worst   kB sent');
for (const [name, { path, usable, image }] of Object.entries(pages)) {
  const times = [];
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(values.base + path, { waitUntil: 'commit' });
    await page.waitForFunction(
      ([selector, wantsImage]) =>
        document.querySelector(selector) !== null &&
        (!wantsImage ||
          performance
            .getEntriesByType('resource')
            .some(({ name, responseEnd }) => /\/iiif\/image\//.test(name) && responseEnd > 0)),
      [usable, image ?? false],
      { polling: 'raf' },
    );
    times.push(
      await page.evaluate(
        () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
          ),
      ),
    );
    bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
    );
    await context.close();
  }
  times.sort((one, other) => one - other);
  const shown = (value) => String(Math.round(value)).padStart(8);
  console.log(
    `${name.padEnd(24)}${shown(times[Math.floor(times.length / 2)])} ${shown(times.at(-1))} ${shown(bytes / 1024)}`,
  );
}
await browser.close();
