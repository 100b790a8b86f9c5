/**
 * Given-when-then for domain tests: appends literal events to a log in memory and reads views of
 * it. Ids count up from one; the clock is manual.
 */
import { EVENT_TYPES, type EventData, type EventType } from '../../events/catalogue.js';
import type { Source } from '../../events/envelope.js';
import type { AppendRequest, AppendResult } from '../../src/app/commands/appendEvents.js';
import type { AsOf } from '../../src/app/queries/asOf.js';
import { Parley } from '../../src/app/parley.js';
import type { DutyView } from '../../src/domain/duty/duty.js';
import type { DutyQuestion } from '../../src/domain/duty/layer.js';
import type { MeasureView } from '../../src/domain/measure/measureView.js';
import type { NegotiationView } from '../../src/domain/negotiation/negotiationView.js';
import { findingsOf } from '../../src/domain/rules/findings.js';
import { openLog } from '../../src/log/openLog.js';

/** An event in the interchange format; `recordedAt` is the log's clock when it is appended. */
export interface InterchangeEvent<Type extends EventType = EventType> {
  readonly id: string;
  readonly stream: string;
  readonly type: Type;
  readonly occurred: string;
  readonly data: EventData<Type>;
  readonly sources: readonly Source[];
  readonly also?: readonly string[];
  readonly timeZone?: string;
  readonly certainty?: string;
  readonly recordedAt?: string;
}

export type EnvelopeOverrides = Partial<Omit<InterchangeEvent, 'type' | 'occurred' | 'data'>>;

type EventBuilders = {
  [Type in EventType]: (
    occurred: string,
    data: EventData<Type>,
    more?: EnvelopeOverrides,
  ) => InterchangeEvent<Type>;
};

let count = 0;

/** `00000000-0000-4000-8000-000000000001` and so on. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A source with a date of publication; PRESS by default. */
export const published = (when: string, kind: Source['kind'] = 'PRESS'): readonly Source[] => [
  { kind, publisher: 'The Courier', published: when },
];

const UNDATED: readonly Source[] = [{ kind: 'OFFICIAL', publisher: 'The Gazette' }];

/** One method per event type, each making an event of that type in `stream`. */
export function eventBuilders(stream: string): EventBuilders {
  const methods = EVENT_TYPES.map((type) => [
    type,
    (occurred: string, data: unknown, more: EnvelopeOverrides = {}) => {
      count += 1;
      return { id: idOf(count), stream, type, occurred, data, sources: UNDATED, ...more };
    },
  ]);
  return Object.fromEntries(methods) as EventBuilders;
}

type Launch = Partial<EventData<'NegotiationLaunched'>>;
type Adoption = Partial<EventData<'MeasureAdopted'>> & { rate: number; effectiveFrom: string };

/** Builders for a negotiation, between India and the United States by default. */
export function negotiation(slug: string) {
  const builders = eventBuilders(`negotiation/${slug}`);
  return {
    ...builders,
    NegotiationLaunched: (occurred: string, data: Launch = {}, more?: EnvelopeOverrides) =>
      builders.NegotiationLaunched(
        occurred,
        { title: slug, parties: ['IN', 'US'], timeZone: 'America/New_York', ...data },
        more,
      ),
  };
}

/** Builders for a measure, of the United States on India by default. */
export function measure(slug: string) {
  const builders = eventBuilders(`measure/${slug}`);
  return {
    ...builders,
    slug,
    MeasureAdopted: (occurred: string, data: Adoption, more?: EnvelopeOverrides) =>
      builders.MeasureAdopted(
        occurred,
        { title: slug, imposedBy: 'US', affects: ['IN'], kind: 'OTHER', ...data },
        more,
      ),
    MeasureAnnounced: (
      occurred: string,
      data: Partial<EventData<'MeasureAnnounced'>>,
      more?: EnvelopeOverrides,
    ) => builders.MeasureAnnounced(occurred, { imposedBy: 'US', affects: ['IN'], ...data }, more),
  };
}

export const rulebook = (code: string) => eventBuilders(`rulebook/${code}`);

export const talks = negotiation('in-us');

/** Epoch milliseconds of an instant. */
export const instant = (text: string): number => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${text}`);
  return at;
};

/** The instant in the format of a duty's `pending` and `schedule`. */
export const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');

/** When events are recorded by default. */
const RECORDED = '2025-01-01T00:00:00Z';
/** The reader's clock. */
export const NOW = '2027-01-01T00:00:00Z';

/** The `at` of a view, or all three clocks. */
export type When = string | AsOf;
const asOf = (when: When): AsOf => (typeof when === 'string' ? { at: when } : when);

type Question = Partial<DutyQuestion>;

/** A log in memory, with short methods to append to it and to read views. */
export class Scenario {
  constructor(
    readonly parley: Parley,
    private readonly clock: { now: number },
  ) {}

  /** Appends further events, each at its `recordedAt`. */
  async and(...events: readonly InterchangeEvent[]): Promise<this> {
    for (const event of events) await this.append([event]);
    return this;
  }

  /** Appends through Parley, then resets the clock to {@link NOW}. */
  async append(events: readonly unknown[], request?: AppendRequest): Promise<AppendResult> {
    const { recordedAt } = (events[0] ?? {}) as { recordedAt?: string };
    if (recordedAt !== undefined) this.clock.now = instant(recordedAt);
    try {
      return await this.parley.append(events, request);
    } finally {
      this.clock.now = instant(NOW);
    }
  }

  async begun(when: When, slug = 'in-us'): Promise<NegotiationView | undefined> {
    return (await this.parley.negotiation(slug, asOf(when)))?.subject;
  }

  async negotiation(when: When, slug = 'in-us'): Promise<NegotiationView> {
    const view = await this.begun(when, slug);
    if (!view) throw new Error(`${slug} has not begun at ${JSON.stringify(when)}`);
    return view;
  }

  async phase(when: When): Promise<string> {
    const { phase } = await this.negotiation(when);
    return `${phase!.value} ${phase!.certainty}`;
  }

  async activity(when: When): Promise<string> {
    const { value, scope, certainty } = (await this.negotiation(when)).activity!;
    return [value, scope, certainty].filter((part) => part !== null).join(' ');
  }

  async measure(slug: string, when: When): Promise<MeasureView | undefined> {
    return (await this.parley.measure(slug, asOf(when)))?.subject;
  }

  async status(slug: string, when: When): Promise<string | undefined> {
    return (await this.measure(slug, when))?.status;
  }

  /** The duty of the United States on India's goods by default. */
  async duty(when: When, question: Question = {}): Promise<DutyView> {
    const fullQuestion = { imposedBy: 'US', on: 'IN', ...question };
    return (await this.parley.duty(fullQuestion, asOf(when))).subject;
  }

  async total(when: When, question: Question = {}): Promise<number | null> {
    return (await this.duty(when, question)).total;
  }

  /** Each layer as `slug rate REASON`, with `-` before those that do not apply. */
  async layers(when: When, question: Question = {}): Promise<readonly string[]> {
    const { layers } = await this.duty(when, question);
    return layers.map(
      ({ slug, rate, applies, reason }) => `${applies ? '' : '-'}${slug} ${rate ?? '?'} ${reason}`,
    );
  }

  async codes(when: When): Promise<readonly string[]> {
    return findingsOf(await this.negotiation(when)).map(({ code }) => code);
  }
}

/** An empty log in memory. */
export async function emptyRecord(): Promise<Scenario> {
  const clock = { now: instant(NOW) };
  const now = () => clock.now;
  const parley = new Parley(await openLog('memory:', { now }), { now });
  return new Scenario(parley, clock);
}

/** A scenario with these events, recorded in this order, each at its `recordedAt`. */
export async function given(...events: readonly InterchangeEvent[]): Promise<Scenario> {
  const scenario = await emptyRecord();
  for (const event of events) await scenario.append([{ recordedAt: RECORDED, ...event }]);
  return scenario;
}
