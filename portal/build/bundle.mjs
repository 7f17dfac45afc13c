// The bundle, each of its files beside its compressed form; and how much of it the first page loads.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

/** Of script, compressed with Brotli, that the first page loads in one language. */
const MOST = 200 * 1024;
const WORTH_COMPRESSING = /\.(js|css|svg)$/;

export async function bundle(root) {
  const { output } = await build({ root, logLevel: 'warn' });
  const size = new Map();
  for (const { fileName } of output) {
    if (!WORTH_COMPRESSING.test(fileName)) {
      continue;
    }
    const path = join(root, 'target/classes/portal', fileName);
    const text = readFileSync(path);
    const compressed = brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    });
    writeFileSync(`${path}.br`, compressed);
    size.set(fileName, compressed.length);
  }
  const first = firstLoad(output).reduce((sum, name) => sum + size.get(name), 0);
  console.log(`The first page loads ${(first / 1024).toFixed(1)} KB of script, compressed.`);
  if (first > MOST) {
    throw new Error(`The first page must load less than ${MOST / 1024} KB of script.`);
  }
}

/** The entry, what it imports, and the larger of the languages. */
function firstLoad(output) {
  const chunks = new Map(output.filter((it) => it.type === 'chunk').map((it) => [it.fileName, it]));
  const needed = new Set();
  const take = (name) => {
    if (!needed.has(name)) {
      needed.add(name);
      chunks.get(name)?.imports.forEach(take);
    }
  };
  [...chunks.values()].filter((chunk) => chunk.isEntry).forEach((chunk) => take(chunk.fileName));
  const words = [...chunks.values()].filter((chunk) => /^(en|de)$/.test(chunk.name));
  words.sort((a, b) => b.code.length - a.code.length);
  if (words[0]) {
    take(words[0].fileName);
  }
  return [...needed];
}
