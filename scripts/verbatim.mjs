/** A plugin of GraphQL Code Generator: writes the text that it is given, so that `--check` sees it, too. */
export const plugin = (_schema, _documents, { text }) => text;
