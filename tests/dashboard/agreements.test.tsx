// @vitest-environment happy-dom
/** Parties, agreements by party, rounds, pauses and tracks, as the page tells them. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/dashboard/api/cache/snapshotCache.js';
import Agreements from '../../src/dashboard/features/negotiation/agreements/agreements.js';
import { stagesOf } from '../../src/dashboard/features/negotiation/agreements/stages.js';
import Parties from '../../src/dashboard/features/negotiation/parties.js';
import { Pauses, Rounds } from '../../src/dashboard/features/negotiation/talks.js';
import Tracks from '../../src/dashboard/features/negotiation/tracks.js';
import { ProvenanceProvider } from '../../src/dashboard/ui/provenance/provenance.js';

afterEach(cleanup);

type Agreement = Snapshot['agreements'][number];
type Row = Agreement['byParty'][number];

const by = (id: string) => ({ id });

const row = (code: string, over: Partial<Row> = {}): Row => ({
  party: { code, name: `Party ${code}`, kind: 'COUNTRY' },
  ...{ signed: '2018-03-08', signedBy: by('signature') },
  ...{ ratification: 'NONE', bound: 'NOT', from: null, until: null },
  ...{ certainty: 'CERTAIN', setBy: null },
  ...over,
});

const definitively = (over: Partial<Row> = {}): Partial<Row> => ({
  ...{ ratification: 'COMPLETED', bound: 'DEFINITIVELY', from: '2018-12-30', setBy: by('force') },
  ...over,
});

const agreement = (byParty: readonly Row[], over: Partial<Agreement> = {}): Agreement =>
  ({
    ...{ slug: 'treaty', title: 'Treaty', status: 'IN_FORCE', since: '2018-12-30' },
    ...{ certainty: 'CERTAIN', inForceFrom: '2018-12-30', provisional: false },
    ...{ signatories: [], terms: [], ratification: [], spans: [], setBy: by('force') },
    byParty,
    ...over,
  }) as Agreement;

const show = (...agreements: Agreement[]) => render(<Agreements agreements={agreements} />);
const cellsOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the table of parties of an agreement', () => {
  it('tells for each when it signed and ratified, and from when until when it is bound', () => {
    const step = (party: string, occurred: string) => ({
      ...{ party, occurred, step: 'Ratified', body: 'Parliament', vote: null },
      setBy: by(party),
    });
    show(
      agreement(
        [
          row('CA', definitively()),
          row('VN', definitively({ from: '2019-01-14', until: '2027-01-01' })),
          row('PE', { ...definitively(), bound: 'PROVISIONALLY' }),
          row('US', { bound: 'WITHDRAWN', from: '2017-01-30', setBy: by('withdrawal') }),
          row('CL', { ratification: 'REJECTED' }),
          row('BN', { signed: null, signedBy: null }),
        ],
        {
          ratification: [
            step('CA', '2018-10-29'),
            step('VN', '2018-11'),
            step('PE', '2021-07-21'),
            step('CL', '2019-04-17'),
          ],
        },
      ),
    );
    expect(cellsOf('Canada')).toEqual(['8 Mar 2018', '29 Oct 2018', 'from 30 Dec 2018']);
    expect(cellsOf('Vietnam')[2]).toBe('from 14 Jan 2019 until 1 Jan 2027');
    expect(cellsOf('Peru')[2]).toBe('provisionally from 30 Dec 2018');
    expect(cellsOf('The United States')[2]).toBe('withdrawn on 30 Jan 2017');
    expect(cellsOf('Chile').slice(1)).toEqual(['Consent refused, 17 Apr 2019', 'not bound']);
    expect(cellsOf('Brunei')).toEqual(['not on record', 'not on record', 'not bound']);
  });

  it('says that it is only possible that a party is bound', () => {
    show(agreement([row('CA', definitively({ certainty: 'POSSIBLE', from: '2018-12' }))]));
    expect(cellsOf('Canada')[2]).toBe('possibly from Dec 2018');
  });

  it('opens the event behind a cell', () => {
    const panel = ({ title, events }: { title: string; events: readonly string[] }) => (
      <p role="status">
        {title} {events.join()}
      </p>
    );
    render(
      <ProvenanceProvider panel={panel}>
        <Agreements agreements={[agreement([row('CA', definitively())])]} />
      </ProvenanceProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'from 30 Dec 2018' }));
    expect(screen.getByRole('status').textContent).toBe('Canada: how bound force');
  });
});

describe('the stages of parties', () => {
  it('are counted, furthest first, and each party stands at one', () => {
    const stages = stagesOf([
      row('BN'),
      row('CA', definitively()),
      row('CL', { ratification: 'ADVANCED' }),
      row('VN', definitively()),
      row('US', { ...definitively(), bound: 'WITHDRAWN' }),
    ]);
    expect(
      stages.map(({ words, parties }) => [words, parties.map(({ party }) => party.code)]),
    ).toEqual([
      ['bound', ['CA', 'VN']],
      ['withdrawn', ['US']],
      ['ratifying, not bound', ['CL']],
      ['signed, no step to ratify on record', ['BN']],
    ]);
  });
});

describe('an agreement', () => {
  const head = () =>
    screen.getByRole('heading', { name: 'Treaty' }).nextElementSibling?.textContent;

  it('tells its status in words, and since when', () => {
    show(agreement([], { provisional: true, certainty: 'POSSIBLE' }));
    expect(head()).toBe('possibly in force provisionally since 30 December 2018');
  });

  it('that is over tells from when it was in force', () => {
    show(agreement([], { status: 'LAPSED', since: '2023-12-31' }));
    expect(head()).toBe('lapsed on 31 December 2023, it was in force from 30 December 2018');
  });

  it('in force shows its parties at once where several have many', () => {
    const many = 'CA VN PE CL BN JP MX'.split(' ').map((code) => row(code));
    show(
      agreement(many, { slug: 'old', title: 'Old treaty', status: 'SIGNED', inForceFrom: null }),
      agreement(many),
    );
    const open = [...document.querySelectorAll('details')].map((each) => each.open);
    expect(open).toEqual([false, true]);
  });
});

describe('parties of the view', () => {
  const party = (code: string, name: string, over: object = {}) =>
    ({
      ...{ code, name, kind: 'COUNTRY', since: '2010-03-15', until: null },
      ...{ setBy: by('launch'), endedBy: null },
      ...over,
    }) as Snapshot['parties'][number];

  it('are told by name, by what they are, since when, and with who left', () => {
    render(
      <Parties
        parties={[
          party('CA', 'Canada'),
          party('EU', 'European Union', { kind: 'GROUP' }),
          party('x-pilots', 'The Pilots', { kind: 'UNION', since: '2021-04' }),
        ]}
        formerParties={[party('US', 'United States', { until: '2017-01-30', endedBy: by('left') })]}
      />,
    );
    const text = screen.getByRole('region', { name: /^Parties/ }).textContent;
    expect(text).toContain('Since 15 March 2010: Canada, The European Union (group of countries)');
    expect(text).toContain('Since April 2021: The Pilots (trade union)');
    expect(text).toContain('The United States no longer a party, since 30 January 2017');
    expect(text).not.toContain('x-pilots');
  });
});

describe('rounds, pauses and tracks', () => {
  const tracks = [
    {
      ...{ slug: 'goods', title: 'Trade in goods', scope: null, since: '2016-02-01' },
      ...{ activity: 'PAUSED', setBy: by('track') },
    },
  ] as unknown as Snapshot['tracks'];
  const round = {
    ...{ number: 2, part: 2, track: 'goods', dates: '2016-08-22/2016-08-24', place: 'Nairobi' },
    ...{ formal: 'YES', status: 'HELD', setBy: by('a'), reports: [by('a'), by('b')] },
  } as unknown as Snapshot['rounds'][number];

  it('tells a round by number, part and the title of its track, with how many reports', () => {
    render(<Rounds at="2026-12-01" rounds={[round]} tracks={tracks} />);
    expect(screen.getByRole('listitem').textContent).toBe(
      'Round 2, part 2 (Trade in goods), 22–24 August 2016, Nairobi held 2 reports',
    );
  });

  it('tells a plan whose dates have passed as one, and not as still ahead', () => {
    const planned = { ...round, status: 'SCHEDULED', dates: '2026-01-13' } as typeof round;
    const view = render(<Rounds at="2026-01-13T12:00:00Z" rounds={[planned]} tracks={tracks} />);
    expect(screen.getByRole('listitem').textContent).toContain('planned');
    expect(screen.getByRole('listitem').textContent).not.toContain('no word since');
    view.rerender(<Rounds at="2026-12-01" rounds={[planned]} tracks={tracks} />);
    expect(screen.getByRole('listitem').textContent).toContain('was planned; no word since');
  });

  it('names a track that nobody opened by the words of its short name', () => {
    render(<Rounds at="2026-12-01" rounds={[{ ...round, track: 'state-aid' }]} tracks={tracks} />);
    expect(screen.getByRole('listitem').textContent).toContain('(state aid)');
  });

  it('tells which track a pause stops, and how each track goes', () => {
    const pause = {
      ...{ from: '2017-01-10', to: null, scope: 'FORMAL_ROUNDS', track: 'goods', reason: null },
      ...{ days: { min: 1, max: 1 }, setBy: by('pause'), endedBy: null },
    } as unknown as Snapshot['pauses'][number];
    render(
      <>
        <Pauses pauses={[pause]} tracks={tracks} />
        <Tracks
          tracks={tracks}
          counts={[{ track: 'goods', reported: null, counted: 2, disputed: false, reports: [] }]}
        />
      </>,
    );
    const [paused, track] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(paused).toBe('Formal rounds paused (Trade in goods) since 10 January 2017');
    expect(track).toContain('Trade in goods since 1 February 2016 talks paused');
    expect(track).toContain('Rounds completed: 2 counted');
  });
});
