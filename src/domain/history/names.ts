/** The names that a stream's events give to what its summaries mention, as they were recorded. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { areaWords, areaZone } from '../../../events/codes/areas.js';
import { streamKind, streamSlug } from '../../../events/streams.js';
import { type Names, NO_NAMES } from '../../../events/words.js';
import type { StreamState } from '../streamState/streamState.js';
import { weakMemoize } from '../streamState/threeValued.js';

type Kind = keyof Names;

/** From one position of the log on, something is called this. */
interface Naming {
  readonly position: number;
  readonly name: string;
}

/** In log order, by kind and code or slug. */
type Namings = ReadonlyMap<string, readonly Naming[]>;

type Named = readonly [kind: Kind, of: string, name: string | undefined];

const ONLY = '';

/** What data of an event type gives names to. */
function namesIn({ type, data }: AnyEvent): readonly Named[] {
  switch (type) {
    case 'NegotiationLaunched':
      return [
        ['subject', ONLY, data.title],
        ['zone', ONLY, data.timeZone],
        ...(data.actors ?? []).map(({ code, name }): Named => ['party', code, name]),
      ];
    case 'NegotiationRenamed':
      return [['subject', ONLY, data.title]];
    case 'PartyJoined':
      return [['party', data.party, data.name]];
    case 'TrackOpened':
      return [['track', data.track, data.title]];
    case 'TargetSet':
      return [['target', data.target, data.what]];
    case 'FrameworkAgreed':
    case 'AgreementConcluded':
    case 'AgreementSigned':
      return [
        ['agreement', data.agreement ?? ONLY, data.title],
        ['agreement', ONLY, data.title],
      ];
    case 'MeasureThreatened':
    case 'MeasureAnnounced':
      return [
        ['subject', ONLY, data.title],
        ['zone', ONLY, data.imposedBy && areaZone(data.imposedBy)],
      ];
    case 'MeasureAdopted':
      return [
        ['subject', ONLY, data.title],
        ['zone', ONLY, data.timeZone ?? areaZone(data.imposedBy)],
      ];
    case 'AreaDefined':
      return [['subject', ONLY, data.name]];
    default:
      return [];
  }
}

/** All names that the events of a stream give, corrected ones too. O(events), once per state. */
const namingsIn = weakMemoize(({ stream, eventsByTopic }: StreamState): Namings => {
  const events = [
    ...new Set<AnyEvent>(Object.values(eventsByTopic).flat() as readonly AnyEvent[]),
  ].sort((a, b) => a.position - b.position);
  const byId = new Map(events.map((event) => [event.id, event]));
  const namings = new Map<string, Naming[]>();
  const add = (position: number, named: readonly Named[]) => {
    for (const [kind, of, name] of named) {
      if (name === undefined) continue;
      const known = namings.get(`${kind} ${of}`);
      if (known) known.push({ position, name });
      else namings.set(`${kind} ${of}`, [{ position, name }]);
    }
  };
  for (const event of events) {
    if (event.stream !== stream && event.type !== 'EventCorrected') continue;
    if (event.type !== 'EventCorrected') add(event.position, namesIn(event));
    else {
      const target = byId.get(event.data.event);
      if (target && target.stream === stream && event.data.data)
        add(event.position, namesIn({ type: target.type, data: event.data.data } as AnyEvent));
    }
  }
  return namings;
});

/** What an area is called and dates by, where the stream is about one. */
function ofArea(stream: string): Partial<Names> {
  const kind = streamKind(stream);
  if (kind !== 'rulebook' && kind !== 'area') return {};
  const code = streamSlug(stream);
  return { subject: () => areaWords(code), zone: () => areaZone(code) };
}

const nameAt = (state: StreamState, position: number, kind: Kind, of = ONLY): string | undefined =>
  namingsIn(state)
    .get(`${kind} ${of}`)
    ?.findLast((naming) => naming.position <= position)?.name;

/** What the events of a stream up to a position call its subject; undefined where they do not say. */
export const subjectAt = (state: StreamState, position: number): string | undefined =>
  nameAt(state, position, 'subject');

/**
 * The names known in a stream up to a position of the log, so that what they are used for never
 * changes. `areaNames` names groups that do not come with Parley. O(names) a name.
 */
export function namesOf(
  state: StreamState,
  position: number,
  areaNames: (code: string) => string | undefined = () => undefined,
): Names {
  const latest = (kind: Kind, of?: string) => nameAt(state, position, kind, of);
  const area = ofArea(state.stream);
  return {
    ...NO_NAMES,
    subject: () => latest('subject') ?? area.subject?.(),
    zone: () => latest('zone') ?? area.zone?.(),
    party: (code) => latest('party', code) ?? areaNames(code),
    track: (slug) => latest('track', slug),
    target: (slug) => latest('target', slug),
    agreement: (slug) => latest('agreement', slug),
  };
}
