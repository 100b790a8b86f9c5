/**
 * Index keys: what an event states that its streams are looked up by. A stream has every key that
 * any event of its history ever stated, in a correction or before one. It may therefore have keys
 * that no state of knowledge gives it, and never lacks one that some state does.
 */
import { streamKind, type StreamKind } from './streams.js';

/** Raise it when the same events give other keys or texts: every log then indexes itself again. */
export const INDEX_VERSION = 5;

/**
 * Keys of measures, by the area that imposes it, an area that it affects, a code of goods; of
 * negotiations, by party; of groups, by member.
 */
export const indexKey = {
  imposedBy: (area: string): string => `imposedBy ${area}`,
  affects: (area: string): string => `affects ${area}`,
  hs: (code: string): string => `hs ${code}`,
  party: (code: string): string => `party ${code}`,
  member: (area: string): string => `member ${area}`,
} as const;

/** For goods of any code. */
export const ANY_GOODS = indexKey.hs('*');

type KeyMaker = (value: string) => string;

/** By kind of stream: which properties of an event's data, at any depth, make which keys. */
const KEYS_BY_PROPERTY: Readonly<Record<StreamKind, ReadonlyMap<string, KeyMaker>>> = {
  measure: new Map<string, KeyMaker>([
    ['imposedBy', indexKey.imposedBy],
    ['affects', indexKey.affects],
    ['hs', indexKey.hs],
  ]),
  negotiation: new Map<string, KeyMaker>([
    ['party', indexKey.party],
    ['parties', indexKey.party],
  ]),
  rulebook: new Map(),
  area: new Map<string, KeyMaker>([['member', indexKey.member]]),
};

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/**
 * Whether an object may let terms cover goods of any code: it imposes a measure without naming
 * codes, sets or removes a scope without codes, or names an edition of the codes, which leaves open
 * what another edition's codes mean.
 */
const mayCoverAnyGoods = ({ imposedBy, goods, lines, removes, hsEdition }: Data): boolean =>
  hsEdition !== undefined ||
  (isData(goods) && !('hs' in goods)) ||
  (imposedBy !== undefined && goods === undefined && lines === undefined) ||
  (Array.isArray(removes) && removes.includes('goods'));

function collect(
  value: unknown,
  property: string,
  makers: ReadonlyMap<string, KeyMaker>,
  keys: Set<string>,
): void {
  if (typeof value === 'string') {
    const key = makers.get(property);
    if (key) keys.add(key(value));
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, property, makers, keys);
  } else if (isData(value)) {
    if (makers.has('hs') && mayCoverAnyGoods(value)) keys.add(ANY_GOODS);
    for (const name in value) collect(value[name], name, makers, keys);
  }
}

/** The keys that an event gives a stream in whose history it appears. O(size of its data). */
export function indexKeysOf(
  event: { readonly type: string; readonly data: unknown },
  stream: string,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const makers = KEYS_BY_PROPERTY[streamKind(stream)];
  if (makers.size > 0) collect(event.data, '', makers, keys);
  return keys;
}
