/** The event that accepting a proposal records: its id, and whose names it carries. */
import { v5 as uuid } from 'uuid';
import type { Draft } from '../../domain/drafts/draft.js';
import { ACCEPTED_BY } from '../commands/permission.js';
import type { Proposal } from './proposal.js';

/** UUID v5 namespace of the ids of accepted events. */
const NAMESPACE = '8c5b8b0a-3f6e-4a41-9d2b-0c6a0c1d9b7e';

/**
 * The id of the event that a proposal becomes. Derived from the proposal's, so that it can become
 * one event only, whoever accepts it when.
 */
export const acceptedEventId = (proposalId: string): string => uuid(proposalId, NAMESPACE);

/** What an amended event has, as it stands. Keys of data given as null are taken out. */
export type Amendment = Partial<Omit<Draft, 'spans' | 'needs' | 'type'>>;

/** An event in the interchange format. */
export interface ProposedEvent {
  readonly id: string;
  readonly stream: string;
  readonly also?: readonly string[] | undefined;
  readonly [key: string]: unknown;
}

const defined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The event of a proposal, as proposed or as amended; it may still lack what it needs. */
export function recordedAs({ id, event }: Proposal, amendment: Amendment = {}): ProposedEvent {
  const data = Object.fromEntries(
    Object.entries({ ...event.data, ...amendment.data }).filter(([, value]) => value !== null),
  );
  const merged = { ...event, ...defined(amendment), data };
  return { ...defined(merged), id: acceptedEventId(id) } as ProposedEvent;
}

/** The paths that an amendment changes. */
export function amendedPaths({ event }: Proposal, amendment: Amendment): readonly string[] {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const { data = {}, ...envelope } = amendment;
  return [
    ...Object.entries(envelope)
      .filter(
        ([key, value]) => value !== undefined && !isSame(value, event[key as keyof typeof event]),
      )
      .map(([key]) => key),
    ...Object.entries(data)
      .filter(([key, value]) => !isSame(value ?? undefined, event.data[key]))
      .map(([key]) => `data.${key}`),
  ];
}

/** Longest name given in full; an event's `recordedBy` holds 200 characters. */
const MAX_NAME = 80;
const short = (name: string): string =>
  name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name;

/** Who recorded it: both names, where they are known. */
export function recordedByBoth(
  acceptedBy: string | undefined,
  proposedBy: string | undefined,
): string | undefined {
  if (proposedBy === undefined) return acceptedBy;
  const accepted = acceptedBy === undefined ? ', accepted' : `${ACCEPTED_BY}${short(acceptedBy)}`;
  return `proposed by ${short(proposedBy)}${accepted}`;
}
