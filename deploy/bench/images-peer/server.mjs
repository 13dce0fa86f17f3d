// Serves the JPEG files of a folder with iiif-processor: /iiif/3/<name>.jpg/... from the file as it
// is, /iiif/3/<name>.tif/... from a tiled pyramid in a TIFF, which is made here before it answers.
// Prints its port when it is ready.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Processor } from 'iiif-processor';
import sharp from 'sharp';

const folder = process.argv[2];
const sizes = new Map();

for (const name of (await readdir(folder)).filter((file) => file.endsWith('.jpg'))) {
  const { width, height } = await sharp(join(folder, name)).metadata();
  sizes.set(name, [{ width, height }]);
  const pyramid = name.replace(/\.jpg$/, '.tif');
  await sharp(join(folder, name))
    .tiff({ tile: true, pyramid: true, compression: 'jpeg', quality: 85, tileWidth: 512, tileHeight: 512 })
    .toFile(join(folder, pyramid));
  const pages = [];
  const { pages: count } = await sharp(join(folder, pyramid)).metadata();
  for (let page = 0; page < count; page++) {
    const level = await sharp(join(folder, pyramid), { page }).metadata();
    pages.push({ width: level.width, height: level.height });
  }
  sizes.set(pyramid, pages);
}

createServer(async (request, response) => {
  try {
    const processor = new Processor(
      `http://${request.headers.host}${request.url}`,
      async ({ id }) => createReadStream(join(folder, id)),
      { dimensionFunction: async ({ id }) => sizes.get(id) },
    );
    const result = await processor.execute();
    if (result.type !== 'content') {
      response.writeHead(result.statusCode ?? 500).end(result.message ?? '');
      return;
    }
    response.writeHead(200, { 'content-type': result.contentType }).end(result.body);
  } catch (failure) {
    response.writeHead(failure.statusCode ?? 500).end(String(failure.message));
  }
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
