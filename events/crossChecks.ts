/** Checks across the keys of one object, for `check` of a schema: each issue names its key. */

/** What a check is called with: see zod's `check`. */
export interface Checked<Data> {
  readonly value: Data;
  readonly issues: unknown[];
}

type Path = readonly (string | number)[];

/** Issues one problem; `isMissing` tells a key that is needed from one that is wrong. */
export function refuse(ctx: Checked<object>, path: Path, message: string, isMissing = false): void {
  ctx.issues.push({
    code: 'custom',
    input: ctx.value,
    path: [...path],
    message,
    params: { isMissing },
  });
}

/** The keys that are given, of those asked about. */
export const keysGiven = <Key extends string>(
  value: { readonly [K in Key]?: unknown },
  keys: readonly Key[],
): readonly Key[] => keys.filter((key) => value[key] !== undefined);

/** Refuses a second key of several that say the same: `why` says what they say. */
export function atMostOne<Key extends string>(
  ctx: Checked<{ readonly [K in Key]?: unknown }>,
  keys: readonly Key[],
  why: string,
): void {
  const [first, ...others] = keysGiven(ctx.value, keys);
  for (const key of others) refuse(ctx, [key], `stands beside ${first}: ${why}`);
}

/** Refuses none and a second key of several of which one is needed. */
export function exactlyOne<Key extends string>(
  ctx: Checked<{ readonly [K in Key]?: unknown }>,
  keys: readonly Key[],
  why: string,
): void {
  atMostOne(ctx, keys, why);
  if (keysGiven(ctx.value, keys).length === 0)
    refuse(ctx, [keys[0] ?? ''], `is missing: ${why}`, true);
}
