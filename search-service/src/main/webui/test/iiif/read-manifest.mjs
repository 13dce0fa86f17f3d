// Reads a manifest as viewers do: node read-manifest.mjs FILE
// @iiif/parser walks it and says what the standard would have otherwise, @iiif/vault takes it in.
import { readFileSync } from 'node:fs';
import { Traverse } from '@iiif/parser';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import { Vault } from '@iiif/vault';

const text = readFileSync(process.argv[2], 'utf8');
const manifest = JSON.parse(text);
const seen = { manifest: 0, canvas: 0, annotation: 0 };
const count = (kind) => (resource) => {
  if (typeof resource.id !== 'string' || !resource.id.startsWith('http')) {
    throw new Error(`a ${kind} without an address: ${JSON.stringify(resource).slice(0, 200)}`);
  }
  seen[kind] += 1;
  return resource;
};
new Traverse({
  manifest: [count('manifest')],
  canvas: [count('canvas')],
  annotation: [count('annotation')],
}).traverseManifest(manifest);
console.log(`${seen.manifest} manifest, ${seen.canvas} canvas, ${seen.annotation} annotation`);

const said = { warnings: [] };
presentation3StrictUpgrade(JSON.parse(text), said);
said.warnings.forEach((warning) => console.log(warning));

const vault = new Vault();
const held = await vault.loadManifest(manifest.id, JSON.parse(text));
const canvases = vault.get(held.items);
console.log(`${canvases.length} canvas in the vault`);

if (
  seen.manifest !== 1 ||
  seen.canvas !== manifest.items.length ||
  seen.annotation === 0 ||
  said.warnings.length > 0 ||
  canvases.some((canvas, index) => canvas.width !== manifest.items[index].width)
) {
  process.exit(1);
}
