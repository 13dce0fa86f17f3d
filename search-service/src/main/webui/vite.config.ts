import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const bundledPackages = [
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  'openseadragon',
  'preact',
  'valibot',
];

/** Writes the licence texts of everything that reaches the browser beside the bundle, as those licences ask. */
function licencesOfBundledPackages(): Plugin {
  return {
    name: 'licences-of-bundled-packages',
    generateBundle() {
      const texts = bundledPackages.map((name) => {
        const folder = resolve(import.meta.dirname, 'node_modules', name);
        const file = existsSync(folder)
          ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
          : undefined;
        if (file === undefined) {
          throw new Error(`No licence file in package ${name}`);
        }
        return `${name}\n\n${readFileSync(resolve(folder, file), 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: texts.join(`\n${'='.repeat(78)}\n\n`),
      });
    },
  };
}

export default defineConfig({
  plugins: [licencesOfBundledPackages()],
  build: {
    outDir: '../../../target/webui',
    emptyOutDir: true,
    // Fonts and pictures stay files: a data: URI would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/v1': process.env['COTEJO_API'] ?? 'http://127.0.0.1:4401',
      '/iiif': process.env['COTEJO_API'] ?? 'http://127.0.0.1:4401',
    },
  },
});
