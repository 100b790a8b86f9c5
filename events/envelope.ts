/** The envelope of every event: identity, clocks, sources, certainty; and the field types of data. */
import { z } from 'zod';
import { isActor, isArea, isParty, notAffected, notAnArea, notAParty } from './codes/areas.js';
import { isCurrency, notACurrency } from './codes/currencies.js';
import { HS_CODE, HS_EDITIONS } from './codes/hsCodes.js';
import { isTimeZone } from './codes/timeZones.js';
import { isUnit, notAUnit } from './codes/units.js';
import { DateError, isInstant, isInstantOrDay, notInstantOrDay, parseEdtf } from './time/edtf.js';
import { SOURCE_KINDS } from './sourceKinds.js';

declare module 'zod' {
  interface GlobalMeta {
    /** The GraphQL scalar that carries a string with a grammar of its own. */
    scalar?: 'EDTF' | 'EffectiveTime' | 'CountryCode' | 'HSCode' | 'URL' | 'ID' | 'JSON';
    /** What a form takes it for, where its scalar does not say so. */
    entered?: 'AffectedArea';
  }
}

/** Whether every store and encoding can hold `value`: no NUL, no unpaired surrogate. O(length). */
export const isStorable = (value: string): boolean => !/\0|\p{Surrogate}/u.test(value);

export const UNSTORABLE =
  'contains a NUL or an unpaired surrogate: remove it, or re-encode the text as UTF-8';

/** Free text: not blank, storable, at most `max` characters. */
export const text = (max = 4000) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.trim() !== '', 'is blank: write it, or leave the key out')
    .refine(isStorable, UNSTORABLE);

const checkWith =
  (check: (value: string) => void) => (ctx: { value: string; issues: unknown[] }) => {
    try {
      check(ctx.value);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      ctx.issues.push({ code: 'custom', message: error.message, input: ctx.value });
    }
  };

/** EDTF level 1, kept verbatim. */
export const edtf = () => z.string().max(100).check(checkWith(parseEdtf)).meta({ scalar: 'EDTF' });

/** EDTF that is a single date, or an instant: no interval. */
export const edtfDate = () =>
  edtf().refine((date) => !date.includes('/'), 'is an interval: write one date');

/** An instant with offset, or a bare date that means 00:00 in the measure's zone. */
export const effectiveTime = () =>
  code(isInstantOrDay, notInstantOrDay).meta({ scalar: 'EffectiveTime' });

/** A string that must pass `test`; `why` says what is wrong with one that does not. */
const code = (test: (value: string) => boolean, why: (value: string) => string) =>
  z.string().check((ctx) => {
    if (test(ctx.value)) return;
    ctx.issues.push({ code: 'custom', message: why(ctx.value), input: ctx.value });
  });

/** A country, XI, XK, EU or a group: see `codes/areas.ts`. */
export const area = () => code(isArea, notAnArea).meta({ scalar: 'CountryCode' });

/** An area, or `x-` and a slug for anyone else. */
export const party = () => code(isParty, notAParty).meta({ scalar: 'CountryCode' });

/** A party that is no area. */
export const actorCode = () =>
  code(
    isActor,
    () => 'is not x- and a slug, such as x-sag-aftra: only a party that is no area has a name',
  ).meta({ scalar: 'CountryCode' });

/** An area, or `*` for all countries. */
export const affected = () =>
  code((value) => value === '*' || isArea(value), notAffected).meta({ entered: 'AffectedArea' });

export const timeZone = () =>
  z.string().max(60).refine(isTimeZone, 'is not an IANA time zone, such as Asia/Kolkata');

export const hsCode = () =>
  z
    .string()
    .regex(HS_CODE, 'is not an HS code of 2, 4, 6, 8 or 10 digits without dots')
    .meta({ scalar: 'HSCode' });

/** An edition of the Harmonized System, by its year. */
export const hsEdition = () =>
  code(
    (value) => HS_EDITIONS.includes(value),
    () => `is not an edition of the HS: ${HS_EDITIONS.join(', ')}`,
  );

/** A code of UN/ECE Recommendation 20: see `codes/units.ts`. */
export const unitCode = () => code(isUnit, notAUnit);

/** An ISO 4217 code. */
export const currencyCode = () => code(isCurrency, notACurrency);

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** A name in lower case, digits and hyphens, unique among its kind. */
export const slug = () =>
  z
    .string()
    .max(100)
    .regex(new RegExp(`^${SLUG}$`), 'is not a slug: lower-case letters, digits and single hyphens');

/** A slug, or the beginning of one followed by `*`. */
export const slugPattern = () =>
  z
    .string()
    .max(100)
    .regex(
      new RegExp(`^(?:${SLUG}|[a-z0-9][a-z0-9-]*\\*)$`),
      'is neither a slug nor a prefix followed by *',
    );

export const eventId = () => z.guid('is not a UUID').toLowerCase().meta({ scalar: 'ID' });

/** A percentage of customs value: ad valorem, never negative. */
export const percent = () => z.number().min(0, 'is negative: a rate is zero or more').max(100_000);

/** How firmly an event is held. */
export const certainty = z
  .enum(['CONFIRMED', 'REPORTED', 'DISPUTED', 'INFERRED'])
  .meta({ id: 'EventCertainty', description: 'How firmly the record holds an event.' });

/** Kinds of sources, best evidence first. */
export const sourceKind = z
  .enum(SOURCE_KINDS)
  .meta({ id: 'SourceKind', description: 'What a source is. Evidence ranks in this order.' });

export const source = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
      .max(2000)
      // Kept verbatim: the hash covers the URL as sent, not as a URL parser rewrites it.
      .regex(
        /^[^\s\p{Cc}\p{Surrogate}]*$/u,
        'contains a space, a control character or an unpaired surrogate: percent-encode it',
      )
      .meta({ scalar: 'URL' })
      .describe('The address of the source.')
      .optional(),
    publisher: text(300).describe('The publisher.').optional(),
    title: text(1000).describe('The title, or the name of the legal instrument.').optional(),
    published: edtf()
      .describe('When it was published: EDTF or an instant; a date means the end of that day.')
      .optional(),
    kind: sourceKind.describe('The kind of source.'),
    quote: text().describe('A short verbatim quotation.').optional(),
    via: text(2000)
      .describe('The secondary source it was cited by, when the source itself was not seen.')
      .optional(),
  })
  .meta({ id: 'Source', description: 'A source of an event: who published it, where, and when.' });

export type Certainty = z.output<typeof certainty>;
export type SourceKind = z.output<typeof sourceKind>;
export type Source = Readonly<z.output<typeof source>>;

const STREAM = new RegExp(`^(?:(?:negotiation|measure)/${SLUG}|(rulebook|area)/([A-Z0-9]+))$`);

function isStream(name: string): boolean {
  const match = STREAM.exec(name);
  if (!match) return false;
  const [, kind, code = ''] = match;
  return kind === undefined || isArea(code);
}

export const streamName = () =>
  z
    .string()
    .max(120)
    .refine(
      isStream,
      'is not a stream: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>',
    );

const instant = () =>
  z.string().refine(isInstant, 'is not an instant with offset, such as 2025-04-29T08:00:00Z');

/** The envelope of the interchange format, without `type` and `data`. Unknown keys are refused. */
export const envelope = z.strictObject({
  id: eventId().describe('A UUID; assigned by the log when absent.').optional(),
  stream: streamName().describe('The stream it belongs to.'),
  also: z
    .array(streamName())
    .max(50)
    .describe('Further streams in whose history it appears, each once.')
    .optional(),
  occurred: edtf().describe('When it happened, EDTF.'),
  timeZone: timeZone()
    .describe("The time zone of its dates; absent means the stream's own.")
    .optional(),
  sources: z.array(source).max(50).describe('The sources.').optional(),
  certainty: certainty.describe('How firmly it is held; absent means REPORTED.').optional(),
  recordedAt: instant().describe('When a log recorded it; kept by a restore.').optional(),
  recordedBy: text(200).describe('Who recorded it; kept by a restore.').optional(),
});

/** An event as recorded: the envelope with what the log adds. */
export interface Recorded<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly stream: string;
  readonly also: readonly string[];
  readonly type: Type;
  readonly occurred: string;
  readonly timeZone?: string;
  readonly data: Data;
  readonly sources: readonly Source[];
  readonly certainty: Certainty;
  /** When the log recorded it, as stored. */
  readonly recordedAt: string;
  /** The same in epoch milliseconds; never decreases with position. */
  readonly recorded: number;
  readonly recordedBy?: string;
  /** 1, 2, 3 … in the whole log, without gaps. */
  readonly position: number;
  /** 1, 2, 3 … in its own stream. */
  readonly revision: number;
  /** SHA-256 of the record, chained to the one before; lower-case hex. */
  readonly hash: string;
  /** Set on events assumed for one read (what-if); never on a recorded one. */
  readonly hypothetical?: true;
}
