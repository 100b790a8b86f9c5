/** Names of streams: the kind of their subject, a slash, and its slug or code. */

export const STREAM_KINDS = ['negotiation', 'measure', 'rulebook', 'area'] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** The kind of a stream's subject: the part before the slash. */
export function streamKind(stream: string): StreamKind {
  return stream.slice(0, stream.indexOf('/')) as StreamKind;
}

/** The slug (or, for a rulebook or an area, the code) of a stream's subject: the part after the slash. */
export function streamSlug(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}
