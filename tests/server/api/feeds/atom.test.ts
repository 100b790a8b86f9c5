import { describe, expect, it } from 'vitest';
import { Parley } from '../../../../src/app/parley.js';
import { MemoryLog } from '../../../../src/log/memory/memoryLog.js';
import { given, measure, talks } from '../../../support/given.js';
import { shippedEvents } from '../../../support/record.js';
import { sharedServer, startServer } from '../../testServer.js';
import { atomProblems, named, parseAtom, textOf, type XmlElement } from './atomRules.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server().url}/feeds${path}`, { headers });

const feedAt = async (url: string): Promise<XmlElement> => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  return parseAtom(await response.text());
};
const feed = (path: string) => feedAt(`${server().url}/feeds${path}`);

const entriesOf = (root: XmlElement) =>
  named(root, 'entry').map((entry) => ({
    id: textOf(entry, 'id'),
    title: textOf(entry, 'title'),
    updated: textOf(entry, 'updated'),
    published: textOf(entry, 'published'),
    content: textOf(entry, 'content'),
  }));

describe('every Atom feed', () => {
  it.each([
    '/all.atom',
    '/in-us-bta.atom',
    '/cptpp.atom',
    '/measure/us-recip-in.atom',
    '/party/IN.atom',
    '/party/x-sag-aftra.atom',
    '/party/BR.atom',
    '/in-us-bta.atom?at=2025-08-01&knownAt=2026-11-23&publicAt=2025-08-02',
  ])('%s obeys the rules of RFC 4287, the last change first', async (path) => {
    const root = await feed(path);
    expect(atomProblems(root)).toEqual([]);
    const updated = entriesOf(root).map((entry) => entry.updated!);
    expect(updated).toEqual(updated.toSorted().reverse());
    expect(textOf(root, 'updated')).toBe(updated[0] ?? '1970-01-01T00:00:00.000Z');
  });

  it.each([
    ['negotiation/in-us-bta', '/in-us-bta.atom'],
    ['measure/us-recip-in', '/measure/us-recip-in.atom'],
  ])('has each event of %s once, checks of sources left out', async (stream, path) => {
    const known = new Set<string>();
    for await (const page of log.read({ streams: [stream] }))
      for (const { id, type } of page)
        if (!['SourcesChecked', 'EventCorrected', 'EventRetracted', 'SourceAdded'].includes(type))
          known.add(`urn:uuid:${id}`);
    const ids = entriesOf(await feed(`${path}?first=500`)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([...known].toSorted());
    expect(entriesOf(await feed(`${path}?first=3`)).map(({ id }) => id)).toEqual(ids.slice(0, 3));
  });

  it('tells of a party only what concerns it', async () => {
    const streams = named(await feed('/party/x-sag-aftra.atom?first=500'), 'entry').flatMap(
      (entry) =>
        named(entry, 'category')
          .filter(({ attributes }) => attributes['scheme'] === 'urn:parley:stream')
          .map(({ attributes }) => attributes['term']),
    );
    expect(new Set(streams)).toEqual(new Set(['negotiation/sag-aftra-amptp-2023']));
  });

  it('is immutable where the view is pinned, and 304 to whom it is known', async () => {
    const pinned = await get('/in-us-bta.atom?at=2025-08-01&knownAt=2026-11-23');
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const live = await get('/all.atom');
    expect(live.headers.get('cache-control')).toBe('no-cache');
    const etag = live.headers.get('etag')!;
    expect((await get('/all.atom', { 'if-none-match': etag })).status).toBe(304);
  });

  it.each([
    ['/nothing.atom', 404],
    ['/measure/nothing.atom', 404],
    ['/party/XX.atom', 400],
    ['/all.atom?first=0', 400],
    ['/all.atom?first=501', 400],
    ['/all.atom?knownAt=then', 400],
    ['/all.atom?last=3', 400],
    ['/all.rss', 404],
  ])('%s is refused as a problem', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status });
  });
});

describe('an event that is corrected', () => {
  const held = talks.RoundHeld('2025-03-26', { round: 1 }, { recordedAt: '2025-03-28T00:00:00Z' });
  const events = [
    talks.NegotiationLaunched('2025-02-13', {}, { recordedAt: '2025-02-14T00:00:00Z' }),
    held,
    talks.MeetingHeld('2025-04-01', { level: 'LEADERS' }, { recordedAt: '2025-04-02T00:00:00Z' }),
  ];
  const correction = talks.EventCorrected(
    '2025-04-10',
    { event: held.id, reason: 'It was the second round', data: { round: 2 } },
    { recordedAt: '2025-04-10T00:00:00Z' },
  );
  const open = async (...more: (typeof events)[number][]) => {
    const { parley } = await given(...events, correction, ...more);
    const { url } = await startServer({ log: parley.log });
    return async (query = '') => entriesOf(await feedAt(`${url}/feeds/in-us.atom${query}`));
  };
  const id = `urn:uuid:${held.id}`;

  it('keeps its entry, updated and first, with what it says now', async () => {
    const read = await open();
    const [first, ...others] = await read();
    expect(first).toMatchObject({
      id,
      title: expect.stringContaining('Round 2') as string,
      updated: '2025-04-10T00:00:00.000Z',
      published: '2025-03-28T00:00:00.000Z',
      content: expect.stringContaining('It was the second round') as string,
    });
    expect(others.map((entry) => entry.id)).not.toContain(id);
    expect(others).toHaveLength(2);
  });

  it('is as it was known before', async () => {
    const entries = await (await open())('?knownAt=2025-04-05');
    expect(entries.map((entry) => entry.id).indexOf(id)).toBe(1);
    expect(entries[1]).toMatchObject({
      title: expect.stringContaining('Round 1') as string,
      updated: '2025-03-28T00:00:00.000Z',
    });
  });

  it('has not happened yet at an earlier date', async () => {
    const entries = await (await open())('?at=2025-03-01');
    expect(entries).toHaveLength(1);
  });

  it('says that it was retracted, and is updated again when that is retracted', async () => {
    const retraction = talks.EventRetracted(
      '2025-05-01',
      { event: held.id, reason: 'No such round' },
      { recordedAt: '2025-05-01T00:00:00Z' },
    );
    const [retracted] = await (await open(retraction as never))();
    expect(retracted).toMatchObject({
      id,
      title: expect.stringMatching(/^Retracted: /) as string,
      updated: '2025-05-01T00:00:00.000Z',
    });
    const undone = talks.EventRetracted(
      '2025-05-02',
      { event: retraction.id, reason: 'It was held' },
      { recordedAt: '2025-05-02T00:00:00Z' },
    );
    const [restored] = await (await open(retraction as never, undone as never))();
    expect(restored).toMatchObject({
      id,
      title: expect.stringContaining('Round 2') as string,
      updated: '2025-05-02T00:00:00.000Z',
    });
  });
});

describe('text that means something in XML', () => {
  it('is text in the feed', async () => {
    const text = `<script>&amp; "quoted" ]]> \u0007 a\nb`;
    const adopted = measure('odd').MeasureAdopted('2025-04-02', {
      title: text,
      rate: 10,
      effectiveFrom: '2025-04-05',
    });
    const { parley } = await given(adopted);
    const { url } = await startServer({ log: parley.log });
    const root = await feedAt(`${url}/feeds/measure/odd.atom`);
    expect(atomProblems(root)).toEqual([]);
    expect(textOf(root, 'title')).toBe(text.replace('\u0007', '\ufffd'));
    expect(entriesOf(root)[0]!.content).not.toContain('<script>');
  });
});
