/** RFC 8785 canonical JSON, and the frozen copies it is written from. */
import canonicalize from 'canonicalize';

/** How deep an event may nest; beyond it a value is a mistake, or an attack on the stack. */
const MAX_DEPTH = 200;

/** JSON.stringify puts keys that look like array indices first, whatever order they came in. */
function jumpsTheOrder(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 48 && first <= 57) || key === '__proto__';
}

/** The keys in order of their UTF-16 code units; most objects come with them so. */
function orderedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  let last = '';
  for (const key of keys) {
    if (key < last) return keys.sort();
    last = key;
  }
  return keys;
}

/**
 * Copies JSON values so that the keys of every object are in canonical order and everything is
 * frozen, and writes the copies as canonical JSON. What is undefined is left out, as JSON does.
 */
export class OrderedCopy {
  /** Whether `JSON.stringify` of the copies is their canonical form. */
  private exact = true;

  of<Value>(value: Value, depth = 0): Value {
    // JSON knows no negative zero.
    if (value === null || typeof value !== 'object') return value === 0 ? (0 as Value) : value;
    if (depth > MAX_DEPTH) throw new RangeError(`JSON nested deeper than ${MAX_DEPTH} levels`);
    return (Array.isArray(value) ? this.list(value, depth) : this.object(value, depth)) as Value;
  }

  /**
   * The canonical JSON of copies, or of an object of copies whose own keys are in order.
   * `JSON.stringify` over keys in order writes what `canonicalize` writes, in half the time; the
   * latter is asked wherever they could differ. Throws on half of a surrogate pair, which has
   * no canonical form.
   */
  write(ordered: object): string {
    const text = JSON.stringify(ordered);
    return this.exact && !text.includes('\\ud') ? text : (canonicalize(ordered) as string);
  }

  private list(from: readonly unknown[], depth: number): readonly unknown[] {
    const copy: unknown[] = [];
    for (const item of from) copy.push(this.of(item, depth + 1));
    return Object.freeze(copy);
  }

  private object(from: object, depth: number): object {
    const copy: Record<string, unknown> = {};
    for (const key of orderedKeys(from)) {
      const part = (from as Record<string, unknown>)[key];
      if (part === undefined) continue;
      if (jumpsTheOrder(key)) {
        this.exact = false;
        Object.defineProperty(copy, key, { value: this.of(part, depth + 1), enumerable: true });
      } else copy[key] = this.of(part, depth + 1);
    }
    return Object.freeze(copy);
  }
}

/** The canonical JSON of a value. */
export function canonical(value: object): string {
  const copy = new OrderedCopy();
  return copy.write(copy.of(value));
}
