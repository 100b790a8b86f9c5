/** What the dashboard says of its pages, as built for the server: words and pictures of views. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Answers a GraphQL query; rejects where it cannot. */
export type Ask = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** A page of the dashboard as its URL names it. */
export interface PageAddress {
  readonly path: string;
  /** The query string, with its question mark; empty without one. */
  readonly search: string;
}

export interface SharedPage {
  readonly title: string;
  /** Where things stand on the date of the view, in a sentence or a few. */
  readonly description: string;
  /** Path and query of the page in the view. */
  readonly path: string;
  /** Path and query of its picture; null where it has none. */
  readonly picture: string | null;
  /** What other sites may frame; null where there is nothing. */
  readonly embed: { readonly path: string; readonly width: number; readonly height: number } | null;
}

/** `src/dashboard/app/sharing.ts`. */
export interface Sharing {
  /** Null where nothing is of that name. */
  sharedPage(address: PageAddress, now: string, ask: Ask): Promise<SharedPage | null>;
  /** As SVG, {@link PICTURE_SIZE}; null as above. */
  sharedPicture(address: PageAddress, now: string, ask: Ask): Promise<string | null>;
}

/** In pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Where the build puts it, beside the fonts of pictures. */
const directoryIn = (dashboard: string): string => path.join(dashboard, 'sharing');

export const pictureFonts = (dashboard: string): readonly string[] =>
  ['Arimo_400Regular.ttf', 'Arimo_700Bold.ttf'].map((name) =>
    path.join(directoryIn(dashboard), name),
  );

export const PICTURE_FONT_FAMILY = 'Arimo';

/** Loads it; undefined where the dashboard is not built. */
export async function loadSharing(dashboard: string): Promise<Sharing | undefined> {
  const file = path.join(directoryIn(dashboard), 'sharing.js');
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Sharing) : undefined;
}
