/** Maps null to absent: GraphQL distinguishes the two, Parley does not. */

/** What was given: the keys whose value is neither null nor undefined. */
export type OmitNullish<Input> = {
  readonly [Key in keyof Input]?: Exclude<Input[Key], null | undefined>;
};

export const omitNullish = <Input extends object>(
  input: Input | null | undefined,
): OmitNullish<Input> =>
  Object.fromEntries(
    Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined),
  ) as OmitNullish<Input>;

/** The same all the way down, for what is recorded: nothing in the interchange format is null. */
export function omitNullishDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(omitNullishDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(omitNullish(value)).map(([key, inner]) => [key, omitNullishDeep(inner)]),
  );
}
