/** Pictures, as what answers requests asks for them. */

export interface Rasterizer {
  /**
   * An SVG as PNG, in its own size. Throws a `GraphQLError` TOO_MANY_REQUESTS or TOO_BUSY where too
   * many wait, and DEADLINE_EXCEEDED where it was stopped. The same SVG is drawn once while it is kept.
   */
  png(svg: string, client: string): Promise<Buffer>;
}
