/** A thread that draws SVG as PNG: in WebAssembly, with the fonts that it was started with. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

export interface RasterOptions {
  /** Files, the first of the default family. */
  readonly fonts: readonly string[];
  /** The family of text whose own family is none of them. */
  readonly family: string;
}

const { fonts, family } = workerData as RasterOptions;

await initWasm(
  readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
);
const fontBuffers = fonts.map((font) => new Uint8Array(readFileSync(font)));

/** Draws an SVG in its own size. Nothing it names is loaded. */
export default function draw(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: family, sansSerifFamily: family },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
