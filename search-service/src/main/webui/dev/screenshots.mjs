/**
 * Development only: takes every page at three widths, light and dark, and fails on a browser error or
 * a serious accessibility finding. Works against the mock server or, with --base, a real stack.
 *
 * Usage: node dev/screenshots.mjs --out DIRECTORY [--base URL] [--chromium PATH] [--only NAME]
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    base: { type: 'string', default: 'http://127.0.0.1:4401' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    only: { type: 'string' },
  },
});
if (!values.out) throw new Error('--out DIRECTORY is missing');
mkdirSync(values.out, { recursive: true });

const harbour = '/documents/01930000-0000-7000-8000-000000000001';
const pages = {
  'search-empty': '/',
  'search-results': '/search?q=boya',
  'search-translation': '/search?q=captain&translation-language=en',
  'search-nothing': '/search?q=zzz&collection=Papeles+del+puerto',
  'search-problem': '/search?q=boya+title:+roja',
  'search-misread': '/search?q=peligroso&sort=newest',
  'search-suggestions': '/',
  'reading-start': harbour,
  'reading-selected': `${harbour}?segment=s7&language=en&page=1&q=peligroso`,
  'reading-two-pages': `${harbour}?segment=SPAN&language=en`,
  'reading-untranslated': '/documents/01930000-0000-7000-8000-000000000002?segment=s2',
  'reading-processing': '/documents/01930000-0000-7000-8000-000000000004',
  'reading-missing': '/documents/nothing',
  record: harbour,
  view: harbour,
  find: harbour,
  downloads: harbour,
  cite: `${harbour}?segment=s7&language=en&page=1`,
  findings: harbour,
  correcting: `${harbour}?segment=s7&language=en&page=1`,
  help: harbour,
  token: '/',
};
const widths = { 360: 740, 900: 1100, 1600: 1000 };
/** A token of the right form; the mock looks no closer. */
const mockToken = `x.${btoa(JSON.stringify({ sub: 'mock', roles: ['curator'] }))}.x`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: values.chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const faults = [];
const bitext = await (await fetch(`${values.base}/v1${harbour}/bitexts/en`)).json();
const spanning = bitext.source.segments.find(
  ({ boxes }) => new Set(boxes.map((box) => box.page)).size > 1,
);

for (const scheme of ['light', 'dark']) {
  for (const [width, height] of Object.entries(widths)) {
    const context = await browser.newContext({
      viewport: { width: Number(width), height },
      colorScheme: scheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      bypassCSP: false,
    });
    for (const [name, path] of Object.entries(pages)) {
      if (values.only && !name.includes(values.only)) continue;
      const page = await context.newPage();
      const label = `${name}-${width}-${scheme}`;
      page.on('console', (message) => {
        if (
          ['error', 'warning'].includes(message.type()) &&
          !/status of 40[04]/.test(message.text())
        )
          faults.push(`${label}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${label}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(values.base) && !/^(blob|data):/.test(request.url()))
          faults.push(`${label}: outside request ${request.url()}`);
      });
      if (['findings', 'correcting'].includes(name))
        await page.addInitScript(
          (token) => sessionStorage.setItem('cotejo.token', token),
          mockToken,
        );
      await page.goto(values.base + path.replace('SPAN', spanning?.id ?? 's1'));
      await page.waitForLoadState('networkidle');
      if (name === 'record')
        await page.getByRole('button', { name: 'About this document' }).click();
      if (name === 'search-suggestions') {
        await page.locator('[data-search-field]').pressSequentially('bo');
        await page.locator('[role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
      }
      if (name === 'view') await page.getByRole('button', { name: 'View', exact: true }).click();
      if (name === 'downloads') await page.getByRole('button', { name: 'Download' }).click();
      if (name === 'find') {
        await page.keyboard.press('f');
        await page.locator('[data-find-field]').fill('boya');
      }
      if (name === 'cite') await page.keyboard.press('q');
      if (name === 'findings') {
        await page.locator('[data-show-findings]').click();
        await page.keyboard.press('n');
      }
      if (name === 'correcting') await page.locator('[data-correct-links]').click();
      if (name === 'help') await page.keyboard.press('?');
      if (name === 'token') await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForFunction(() => document.fonts.status === 'loaded');
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.screenshot({
        path: join(values.out, `${label}.png`),
        fullPage: name.startsWith('search'),
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      if (overflow > 0) faults.push(`${label}: ${overflow} px wider than the window`);
      // axe is put in by the debugger, so the page's own policy stays in force.
      await page.evaluate(axe);
      const findings = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
      );
      for (const violation of findings.violations)
        faults.push(
          `${label}: axe ${violation.impact} ${violation.id}: ${violation.nodes
            .slice(0, 2)
            .map((node) => node.html.slice(0, 140) + ' ' + (node.any[0]?.message ?? ''))
            .join(' | ')}`,
        );
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
