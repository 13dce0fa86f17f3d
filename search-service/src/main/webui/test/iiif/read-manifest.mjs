// Reads a manifest with @iiif/parser, as a viewer would: node read-manifest.mjs FILE
import { readFileSync } from 'node:fs';
import { Traverse } from '@iiif/parser';

const manifest = JSON.parse(readFileSync(process.argv[2], 'utf8'));
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
if (seen.manifest !== 1 || seen.canvas !== manifest.items.length || seen.annotation === 0) {
  process.exit(1);
}
