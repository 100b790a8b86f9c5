/** What a writer may record, as streams and the authors of events decide it. */
import type { AnyEvent } from '../../../events/catalogue.js';

export interface Permission {
  /** Who writes; someone without a name is nobody's author. */
  readonly name?: string | undefined;
  /** Names of streams, or beginnings of names followed by `*`; every stream when undefined. */
  readonly streams?: readonly string[] | undefined;
  /** Whether they may correct and retract what others recorded. */
  readonly amendsOthers: boolean;
}

/** Every stream, and every event: for the process that owns the log. */
export const UNLIMITED: Permission = { amendsOthers: true };

/** The writer may not record this; the message names the stream or the event. */
export class NotPermitted extends Error {
  readonly code = 'FORBIDDEN';
  constructor(message: string) {
    super(message);
    this.name = 'NotPermitted';
  }
}

const matches = (stream: string, pattern: string): boolean =>
  pattern.endsWith('*') ? stream.startsWith(pattern.slice(0, -1)) : stream === pattern;

/** Throws {@link NotPermitted} unless every stream is one that the writer may write to. */
export function checkStreams({ streams }: Permission, written: readonly string[]): void {
  if (streams === undefined) return;
  const outside = written.find((stream) => !streams.some((pattern) => matches(stream, pattern)));
  if (outside !== undefined)
    throw new NotPermitted(
      `Your token does not write to ${outside}, only to ${streams.join(', ')}: ask for one that does, or propose the event to someone whose token does.`,
    );
}

/** What stands between the two names of an event that was proposed. */
export const ACCEPTED_BY = ', accepted by ';

/** Whether an event carries the name as that of whoever recorded it. */
const isAuthor = ({ recordedBy }: AnyEvent, name: string): boolean =>
  recordedBy === name ||
  (recordedBy !== undefined &&
    recordedBy.startsWith('proposed by ') &&
    recordedBy.endsWith(`${ACCEPTED_BY}${name}`));

/**
 * Throws {@link NotPermitted} where a correction or retraction is of an event outside the writer's
 * streams, or of an event that someone else recorded and the writer may not amend.
 */
export function checkAmended(permission: Permission, amended: readonly AnyEvent[]): void {
  const { name, amendsOthers } = permission;
  for (const event of amended) {
    checkStreams(permission, [event.stream, ...event.also]);
    if (amendsOthers || (name !== undefined && isAuthor(event, name))) continue;
    throw new NotPermitted(
      `The event ${event.id} was recorded by ${event.recordedBy ?? 'someone else'}: an admin corrects or retracts what others recorded. Ask one, or propose it.`,
    );
  }
}
