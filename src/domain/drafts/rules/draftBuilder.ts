/** Builds one draft, each field together with the words it rests on. */
import type { EventType } from '../../../../events/catalogue.js';
import type { Draft, SpanPair } from '../draft.js';
import type { Span } from '../reading/numbers.js';

export class DraftBuilder {
  readonly #data: Record<string, unknown> = {};
  readonly #spans: Record<string, SpanPair[]> = {};
  readonly #needs: string[] = [];
  #occurred: string | undefined;

  constructor(
    readonly type: EventType,
    /** The words that say what happened. */
    said: Span,
  ) {
    this.#rest('type', [said]);
  }

  /** A field of the data; left out when there is no value. */
  data(key: string, value: unknown, ...spans: readonly Span[]): this {
    if (value === undefined) return this;
    this.#data[key] = value;
    this.#rest(`data.${key}`, spans);
    return this;
  }

  /** A field that the event must have: named in needs when there is no value. */
  required(key: string, value: unknown, ...spans: readonly Span[]): this {
    if (value === undefined) this.#needs.push(`data.${key}`);
    return this.data(key, value, ...spans);
  }

  occurred(value: string | undefined, ...spans: readonly Span[]): this {
    if (value === undefined) this.#needs.push('occurred');
    this.#occurred = value;
    if (value !== undefined) this.#rest('occurred', spans);
    return this;
  }

  needs(path: string): this {
    this.#needs.push(path);
    return this;
  }

  build(stream: string | undefined): Draft {
    const needs = stream === undefined ? ['stream', ...this.#needs] : this.#needs;
    return {
      type: this.type,
      ...(stream !== undefined && { stream }),
      ...(this.#occurred !== undefined && { occurred: this.#occurred }),
      data: this.#data,
      spans: this.#spans,
      ...(needs.length > 0 && { needs }),
    };
  }

  #rest(path: string, spans: readonly Span[]): void {
    if (spans.length > 0) this.#spans[path] = spans.map(({ start, end }): SpanPair => [start, end]);
  }
}

/** A part of a sentence that a pattern found, as a span of the report. */
export const spanIn = (
  sentence: Span,
  { index, 0: words }: { readonly index: number; readonly 0: string },
): Span => ({ start: sentence.start + index, end: sentence.start + index + words.length });
