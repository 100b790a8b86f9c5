/**
 * The ids of what is read at a view: type, slug and the clocks as asked, so that a cache keeps
 * different views apart and an id asks the same question again. An event's id is its UUID.
 */
import { createHash } from 'node:crypto';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Assumptions } from '../../app/parley.js';

export interface NodeKey {
  readonly type: 'Negotiation' | 'Measure';
  readonly slug: string;
  readonly asOf: AsOf;
  /** What a hypothetical view assumes. */
  readonly assumptions?: Assumptions | undefined;
}

/** Characters of a key that an id holds; of a longer one, which assumes much, it is a digest. */
const MAX_KEY = 4_000;

/** Characters of an id: base64 of a key, whose characters take up to three bytes. */
export const MAX_ID = MAX_KEY * 4;

const digestOf = (key: string): string =>
  `sha256-${createHash('sha256').update(key).digest('base64url')}`;

/** Of much that is assumed the id is a digest: it tells views apart, but cannot be asked for. */
export function nodeId({
  type,
  slug,
  asOf: { at, knownAt, publicAt },
  assumptions,
}: NodeKey): string {
  // JSON leaves out what is undefined; the order of the keys is fixed here.
  const key: unknown[] = [type, slug, { at, knownAt, publicAt }];
  if (assumptions) key.push({ without: assumptions.without, with: assumptions.with });
  const json = JSON.stringify(key);
  return json.length <= MAX_KEY ? Buffer.from(json).toString('base64url') : digestOf(json);
}

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);

const isAssumptions = (value: unknown): value is Assumptions =>
  typeof value === 'object' &&
  value !== null &&
  isList((value as Assumptions).without) &&
  isList((value as Assumptions).with);

/** What an id names; undefined when it is none of ours. */
export function nodeKey(id: string): NodeKey | undefined {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(id, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(key)) return undefined;
  const [type, slug, asOf, assumptions] = key as unknown[];
  if ((type !== 'Negotiation' && type !== 'Measure') || typeof slug !== 'string') return undefined;
  if (typeof asOf !== 'object' || asOf === null) return undefined;
  const { at, knownAt, publicAt } = asOf as Record<string, unknown>;
  if (!isText(at) || !isText(knownAt) || !isText(publicAt)) return undefined;
  const parsed: NodeKey = {
    type,
    slug,
    asOf: {
      ...(at !== undefined && { at }),
      ...(knownAt !== undefined && { knownAt }),
      ...(publicAt !== undefined && { publicAt }),
    },
    ...(isAssumptions(assumptions) && { assumptions }),
  };
  // There is one way to write an id, so that one thing has one id.
  return nodeId(parsed) === id ? parsed : undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of an event as the log writes it; undefined when it cannot be one. */
export const eventId = (id: string): string | undefined =>
  UUID.test(id) ? id.toLowerCase() : undefined;
