/** GraphQL has two ways to leave something out, null and nothing at all; behind it there is one. */

/** What was given: the keys whose value is neither null nor undefined. */
export type Given<Input> = {
  readonly [Key in keyof Input]?: Exclude<Input[Key], null | undefined>;
};

export const given = <Input extends object>(input: Input | null | undefined): Given<Input> =>
  Object.fromEntries(
    Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Input>;

/** The same all the way down, for what is recorded: nothing in the interchange format is null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(given(value)).map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
