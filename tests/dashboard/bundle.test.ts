import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FIRST_LOAD_LIMIT = 130_000;
/** The card is loaded by pages of others. */
const CARD_LIMIT = 25_000;

interface Chunk {
  readonly file: string;
  readonly gzipped: number;
  readonly imports: readonly string[];
}

describe('the page and card bundles', () => {
  let directory: string;
  let chunks: readonly Chunk[];
  let html: string;
  let card: string;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'parley-bundle-'));
    const outDir = path.join(directory, 'out');
    // What Vitest says of its own environment must not reach the bundle.
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await build({ logLevel: 'silent', build: { outDir, emptyOutDir: true } });
    } finally {
      process.env['NODE_ENV'] = before;
    }
    html = readFileSync(path.join(outDir, 'index.html'), 'utf8');
    card = readFileSync(path.join(outDir, 'embed.html'), 'utf8');
    const assets = path.join(outDir, 'assets');
    chunks = readdirSync(assets)
      .filter((file) => file.endsWith('.js'))
      .map((file) => {
        const text = readFileSync(path.join(assets, file), 'utf8');
        const imports = [...text.matchAll(/(?:from|^import|;import)"\.\/([^"]+\.js)"/g)];
        return {
          file,
          gzipped: gzipSync(text, { level: 9 }).length,
          imports: imports.map(([, name]) => name ?? ''),
        };
      });
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const scriptsOf = (text: string) =>
    [...text.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, file]) => file ?? '');

  /** A chunk with all that it cannot start without. */
  function withImports(files: Iterable<string>): ReadonlySet<string> {
    const needed = new Set(files);
    for (const file of needed)
      for (const each of chunks.find((chunk) => chunk.file === file)?.imports ?? [])
        needed.add(each);
    return needed;
  }

  it.each([
    'overviewPage',
    'negotiationPage',
    'dutyPage',
    'proposalsPage',
    'eventPage',
    'measurePage',
    'partyPage',
    'chroniclePage',
  ])('loads no more than 130 kB of gzipped JavaScript to show the %s', (page) => {
    const entries = scriptsOf(html);
    const pageChunks = chunks
      .filter(({ file }) => file.startsWith(`${page}-`))
      .map(({ file }) => file);
    expect(pageChunks).toHaveLength(1);
    const first = withImports([...entries, ...pageChunks]);
    const sizes = chunks.filter(({ file }) => first.has(file));
    for (const { file, gzipped } of sizes) process.stdout.write(`${page}: ${file} ${gzipped}\n`);
    const total = sizes.reduce((sum, { gzipped }) => sum + gzipped, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  });

  it('loads no more than 25 kB to show the card', () => {
    const first = withImports(scriptsOf(card));
    const sizes = chunks.filter(({ file }) => first.has(file));
    const total = sizes.reduce((sum, { gzipped }) => sum + gzipped, 0);
    expect(total).toBeGreaterThan(5_000);
    expect(total).toBeLessThanOrEqual(CARD_LIMIT);
  });

  it('has no inline script or style, which the content security policy refuses', () => {
    for (const page of [html, card])
      expect(page).not.toMatch(/<style|style=|<script(?![^>]+src=)|\son\w+=/);
  });
});
