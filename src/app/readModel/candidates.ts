/**
 * Candidates: the streams that can bear on a question in any state of knowledge. They are too many
 * rather than too few; the domain judges which do.
 */
import { AreaRegister, type AreaStatement } from '../../../events/codes/areaRegister.js';
import { streamSlug } from '../../../events/streams.js';
import { ANY_GOODS, indexKey, indexKeysOf } from '../../../events/indexKeys.js';
import type { StreamState } from '../../domain/streamState/streamState.js';
import { weakMemoize } from '../../domain/streamState/threeValued.js';
import type { KeyMatch, StreamQuery } from '../../log/core/streamIndex/streamIndex.js';
import { eventsOf } from './stateEvents.js';

/** The codes that the events of a stream ever stated for a kind of key. O(size of the events). */
function statedCodes(state: StreamState, kind: keyof typeof indexKey): ReadonlySet<string> {
  const prefix = indexKey[kind]('');
  const codes = new Set<string>();
  for (const event of eventsOf(state))
    for (const key of indexKeysOf(event, state.stream))
      if (key.startsWith(prefix)) codes.add(key.slice(prefix.length));
  return codes;
}

/** Every code that a negotiation's events ever stated as a party. Computed once a state. */
export const statedParties = weakMemoize((state: StreamState) => statedCodes(state, 'party'));

/** Every code that a measure's events ever stated as imposing. Computed once a state. */
export const statedImposers = weakMemoize((state: StreamState) => statedCodes(state, 'imposedBy'));

const statedMembers = weakMemoize((state: StreamState) => statedCodes(state, 'member'));

/** Every membership that was ever stated, whenever it began or ended. O(area streams + groups). */
export function everStatedAreas(areas: readonly StreamState[]): AreaRegister {
  const statements = areas.flatMap((state) =>
    [...statedMembers(state)].map((member): AreaStatement => ({
      group: streamSlug(state.stream),
      type: 'MemberJoined',
      data: { member, effectiveFrom: '0001-01-01' },
    })),
  );
  return AreaRegister.shipped.with(statements);
}

/** Measures by one of these areas on another, or on everyone; of a code, those that can cover it. */
export const measuresBetween = (
  by: Iterable<string>,
  on: Iterable<string>,
  hs?: string,
): StreamQuery => ({
  prefix: 'measure/',
  keys: [
    [...by].map(indexKey.imposedBy),
    ['*', ...on].map(indexKey.affects),
    ...(hs === undefined ? [] : [goodsOf(hs)]),
  ],
});

/**
 * Negotiations to which one of these codes is a party, and measures by one of them, on one of them or
 * on everyone. `reach`: a party with all that it belongs to.
 */
export const streamsOfParty = (reach: ReadonlySet<string>): StreamQuery => ({
  keys: [
    [
      ...[...reach].flatMap((code) => [
        indexKey.party(code),
        indexKey.imposedBy(code),
        indexKey.affects(code),
      ]),
      indexKey.affects('*'),
    ],
  ],
});

/** Negotiations to which one of these codes is a party. */
export const negotiationsOf = (parties: Iterable<string>): StreamQuery => ({
  prefix: 'negotiation/',
  keys: [[...parties].map(indexKey.party)],
});

/** Digits of the codes that measures name. */
const HS_LENGTHS = [2, 4, 6, 8, 10] as const;

/** On goods of any code, of a code, of one above it, or of one under it. */
const goodsOf = (hs: string): readonly KeyMatch[] => [
  ANY_GOODS,
  ...HS_LENGTHS.filter((length) => length < hs.length).map((length) =>
    indexKey.hs(hs.slice(0, length)),
  ),
  { prefix: indexKey.hs(hs) },
];
