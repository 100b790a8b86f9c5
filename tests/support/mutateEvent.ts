/**
 * Makes a valid event invalid at one path, so that a test knows where the problem must be reported.
 */
import { definition, type EventType } from '../../events/catalogue.js';
import { streamKindsOf } from '../../events/define.js';
import { streamKind } from '../../events/streams.js';
import { type Json, type Path, replaced, type Site, sites } from './sites.js';

export interface MutatedEvent {
  readonly how: string;
  /** The path that was made invalid; empty when the whole value is not an event. */
  readonly path: Path;
  readonly sent: unknown;
}

type Way = (event: Json) => Iterable<MutatedEvent>;

const HALF = '\ud83d';

/** Replaces the value at every site that `where` selects by each of `values`. */
const at =
  (how: string, where: (site: Site, event: Json) => boolean, values: readonly unknown[]): Way =>
  (event) =>
    sites(event)
      .filter((site) => site.path.length > 0 && where(site, event))
      .flatMap(({ path }) =>
        values.map((value) => ({ how, path, sent: replaced(event, path, value) })),
      );

const key = ({ path }: Site) => path.findLast((part) => typeof part === 'string');
const isString = ({ value }: Site) => typeof value === 'string';
const isNumber = ({ kind }: Site) => kind === 'number';
const scalar =
  (...names: string[]) =>
  (site: Site) =>
    names.includes(site.scalar ?? '');
const refuses = (value: unknown) => (site: Site) => !site.schema.safeParse(value).success;

const wrongKind: Way = (event) =>
  sites(event)
    .filter(({ path }) => path.length > 0)
    .flatMap(({ path, value }) =>
      [null, 7, true, 'seven', ['seven'], { seven: 7 }]
        .filter(
          (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
        )
        .map((other) => ({ how: 'of another kind', path, sent: replaced(event, path, other) })),
    );

const unknownKey: Way = (event) =>
  sites(event)
    .filter(({ kind }) => kind === 'object')
    .flatMap(({ path }) =>
      ['colour', 'Rate', 'hash', '__proto__', 'constructor', ''].map((name) => ({
        how: 'an unknown key',
        path: [...path, name],
        sent: replaced(event, [...path, name], 1),
      })),
    );

const missingKey: Way = (event) =>
  [
    ...sites(event).filter(
      ({ path, required }) => required && typeof path.at(-1) === 'string' && path.length > 0,
    ),
    { path: ['type'] },
  ].map(({ path }) => ({ how: 'left out', path, sent: replaced(event, path, undefined) }));

const eachString =
  (how: string, mutate: (value: string) => string): Way =>
  (event) =>
    sites(event)
      .filter(isString)
      .map(({ path, value }) => ({
        how,
        path,
        sent: replaced(event, path, mutate(value as string)),
      }));

const overfull: Way = (event) =>
  sites(event)
    .filter(({ value }) => Array.isArray(value) && value.length > 0)
    .map(({ path, value }) => ({
      how: 'too many',
      path,
      sent: replaced(event, path, Array<unknown>(20_001).fill((value as unknown[])[0])),
    }));

const endsFirst: Way = (event) =>
  sites(event)
    .filter(
      ({ path }) =>
        path.join('.') === 'data.until' && Object.hasOwn(event['data'] as Json, 'effectiveFrom'),
    )
    .flatMap(({ path }) =>
      ['1999-01-01', '1999-01-01T00:00:00+05:30'].map((value) => ({
        how: 'ends before it starts',
        path,
        sent: replaced(event, path, value),
      })),
    );

const strayStream: Way = (event) => {
  const kinds = streamKindsOf(definition(event['type'] as EventType));
  const streams = ['negotiation/ch-nz-fta', 'measure/nz-surcharge', 'rulebook/NZ', 'area/MERCOSUR'];
  return streams
    .filter((stream) => kinds && !kinds.includes(streamKind(stream)))
    .map((stream) => ({
      how: 'in another kind of stream',
      path: ['stream'],
      sent: replaced(event, ['stream'], stream),
    }));
};

const unsourced: Way = (event) => {
  const firm = replaced(event, ['certainty'], 'CONFIRMED');
  const path = ['sources'];
  return [
    { how: 'unsourced', path, sent: replaced(firm, path, undefined) },
    { how: 'unsourced', path, sent: replaced(firm, path, []) },
    {
      how: 'unsourced',
      path,
      sent: replaced(replaced(firm, ['certainty'], undefined), path, []),
    },
  ];
};

const buried: Way = (event) => {
  const nest = (depth: number): unknown => (depth === 0 ? 'deep' : [nest(depth - 1)]);
  if (event['type'] !== 'EventCorrected') return [];
  return [{ a: HALF }, { a: [{ b: 'NUL \0' }] }, { [HALF]: 1 }, { a: nest(5000) }].map((data) => ({
    how: 'not storable',
    path: ['data', 'data'],
    sent: { ...event, data: { ...(event['data'] as Json), data } },
  }));
};

const WAYS: readonly Way[] = [
  missingKey,
  wrongKind,
  unknownKey,
  overfull,
  endsFirst,
  strayStream,
  unsourced,
  buried,
  eachString('half a character', (value) => value + HALF),
  eachString('a NUL', (value) => `\0${value}`),
  eachString('blank', () => ' \t'),
  eachString('empty', () => ''),
  eachString('endless', (value) => value.padEnd(5000, 'x')),
  at('not in the list', ({ kind }) => kind === 'enum', ['NONSENSE', 'reported', '']),
  at('no area', (site) => scalar('CountryCode')(site) || key(site) === 'affects', [
    'UK',
    'us',
    'USA',
    'XX',
    'mercosur',
    'A'.repeat(13),
    'x-Union',
    '**',
  ]),
  at('below nothing', (site) => isNumber(site) && refuses(-1)(site), [-1, -0.01]),
  at('no whole number', (site) => isNumber(site) && refuses(1.5)(site), [1.5, 1e21]),
  at('no number', isNumber, [NaN, Infinity, -Infinity]),
  at('no zone', (site) => key(site) === 'timeZone', ['Mars/Base', '+05:30', 'Asia/Calcuta', 'Z']),
  at('no HS code', scalar('HSCode'), ['7', '720', '84.71', '7208AB', '123456789012', '７２０８']),
  at('no date', scalar('EDTF'), ['2025-02-30', '2025-13', 'fall 2025', '2025-W10', '2025-21', '/']),
  at('no instant', scalar('EffectiveTime'), [
    '2025-02-30',
    '2025-08',
    '2025-08-27T00:01:00',
    'now',
  ]),
  at('no instant', ({ path }) => path[0] === 'recordedAt', ['2025-08-27', '2025-02-30T00:00:00Z']),
  at('no id', scalar('ID'), ['1', '0195b3c0-0000-7000-8000-00000000000g']),
  at('no address', scalar('URL'), [
    'example.org',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://a b.org',
  ]),
  at('no stream', ({ path }) => path[0] === 'also' || path[0] === 'stream', [
    'measure',
    'measure/',
    'Measure/x',
    'measure/a--b',
    'rulebook/nz',
    'rulebook/UK',
    'area/',
    'area/mercosur',
    'area/x-union',
    'project/x',
  ]),
  (event) =>
    ['RoundHold', 'roundHeld', 'constructor', '', 7, null, {}].map((type) => ({
      how: 'of no known type',
      path: ['type'],
      sent: { ...event, type },
    })),
  () =>
    [null, 7, 'RoundHeld', true, []].map((sent) => ({ how: 'no event at all', path: [], sent })),
];

/** Every mutation of `event`, at every path to which it applies. */
export const mutateEvent = (event: Json): MutatedEvent[] => WAYS.flatMap((way) => [...way(event)]);
