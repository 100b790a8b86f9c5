/** The stored samples of `events/golden`: one per event type and version. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Sample {
  readonly file: string;
  readonly type: string;
  readonly version: number;
  /** The event in the interchange format; parsed on each call, so a test may modify it. */
  readonly event: () => Record<string, unknown>;
}

const folder = new URL('../../events/golden/', import.meta.url);

export const samples: readonly Sample[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const [type = '', version = ''] = file.split('.');
    const text = readFileSync(new URL(file, folder), 'utf8');
    return {
      file,
      type,
      version: Number(version),
      event: () => JSON.parse(text) as Record<string, unknown>,
    };
  });

/** The newest sample of a type. */
export function sampleOf(type: string): Record<string, unknown> {
  const newest = samples.filter((sample) => sample.type === type).at(-1);
  if (!newest) throw new Error(`events/golden has no sample of ${type}`);
  return newest.event();
}
