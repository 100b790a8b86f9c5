/** Counts the bytes of an answer as its values are completed, so that one too large is not built. */
import { GraphQLError, type GraphQLSchema, isLeafType } from 'graphql';

/** Name, quotes, separators and the brackets around a value, roughly. */
const BYTES_PER_VALUE = 16;

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return BYTES_PER_VALUE + value.length;
  if (typeof value !== 'object' || value === null) return BYTES_PER_VALUE;
  return BYTES_PER_VALUE + JSON.stringify(value).length;
};

/** For one answer at a time in a thread: the values of all fields count together. */
export class AnswerSize {
  #bytes = 0;

  readonly #error: GraphQLError;

  constructor(readonly limit: number) {
    this.#error = new GraphQLError(
      `The answer is larger than ${Math.floor(limit / 2 ** 20)} MB. Ask for smaller pages or fewer fields; /api/events.csv and "parley export" give the whole log.`,
      { extensions: { code: 'ANSWER_TOO_LARGE', limitBytes: limit } },
    );
  }

  reset(): void {
    this.#bytes = 0;
  }

  /** Why the answer is given up; undefined while it is within the limit. */
  get exceeded(): GraphQLError | undefined {
    return this.#bytes > this.limit ? this.#error : undefined;
  }

  /** Makes the leaf types of a schema count what they serialize. Changes the schema. */
  watch(schema: GraphQLSchema): void {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isLeafType(type)) continue;
      const serialize = type.serialize.bind(type);
      type.serialize = (value: unknown) => {
        const serialized = serialize(value);
        this.#add(sizeOf(serialized));
        return serialized;
      };
    }
  }

  #add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limit) throw this.#error;
  }
}
