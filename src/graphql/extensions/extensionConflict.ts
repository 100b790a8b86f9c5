/** An extension that does not fit the schema: what is wrong with it, each by type and field. */
export class ExtensionConflict extends Error {
  readonly code = 'EXTENSION_CONFLICT';
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    const [first, ...others] = problems;
    const details =
      others.length === 0 ? ` ${first}` : problems.map((fault) => `\n  ${fault}`).join('');
    super(`The extension ${file} does not fit the schema:${details}`);
    this.name = 'ExtensionConflict';
  }
}
