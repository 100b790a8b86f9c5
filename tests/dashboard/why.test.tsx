// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { round } from './mockNegotiation.js';
import { event, EVENTS } from './fixtures.js';
import { by, type Event, show } from './whyPage.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const [LAUNCH] = EVENTS.map(event);

const STATEMENT: Event = {
  ...LAUNCH,
  id: 'statement',
  __typename: 'StatementMade',
  type: 'StatementMade',
  occurred: '2025-03-12',
  summary: 'Original words.',
  data: { speaker: 'A minister', summary: 'Original words.', onBehalfOf: ['IN'] },
};

/** Said about an event, without a source of its own. */
const about = (id: string, type: string, summary: string, data: object): Event => ({
  ...LAUNCH,
  id,
  __typename: type,
  type,
  summary,
  data: { event: 'statement', ...data },
  occurred: '2025-05-29',
  recordedAt: '2025-05-29T08:30:00Z',
  recordedBy: 'editor',
  certainty: 'INFERRED',
  sources: [],
});

const REASON = 'misheard by the desk';
const CORRECTION: Event = {
  ...about('correction', 'EventCorrected', `Corrected: ${REASON}`, {
    reason: REASON,
    data: { ...(STATEMENT['data'] as object), summary: 'Corrected words.' },
    sources: [{ kind: 'OFFICIAL', publisher: 'The ministry' }],
  }),
  reason: REASON,
};
const ADDED = about('added', 'SourceAdded', 'A source added', {
  sources: [{ kind: 'WIRE', publisher: 'The agency', published: '2025-03-13' }],
});

const statements = {
  totalCount: 1,
  edges: [
    {
      node: {
        occurred: '2025-03-12',
        speaker: 'A minister',
        role: null,
        onBehalfOf: ['IN'],
        stance: null,
        summary: 'Corrected words.',
        quote: null,
        certainty: 'REPORTED',
        disputedBy: [],
        setBy: by('statement'),
      },
    },
  ],
};

describe('the provenance of a corrected statement', () => {
  const explain = ({ path }: { path: string }) => [
    {
      path,
      value: 'Corrected words.',
      certainty: 'REPORTED',
      current: true,
      setBy: by('statement'),
      alsoBy: [],
    },
  ];
  const snapshot = { statements, explain };
  const STOOD = { ...STATEMENT, corrections: [CORRECTION, ADDED] };
  const speaker = () => screen.findByRole('button', { name: 'A minister' });

  it('is shown with the correction: reason, replaced values, time, author and sources', async () => {
    show({ snapshot, events: [STOOD, CORRECTION, ADDED] });
    await userEvent.click(await speaker());
    const panel = await screen.findByRole('dialog');
    const since = await within(panel).findByRole('list', { name: 'Corrections and added sources' });
    await within(since).findByText(`Corrected: ${REASON}`);
    expect(panel.querySelector('[data-event=statement] > p')?.textContent).toBe(
      'Original words. (corrected since)',
    );
    const correction = since.querySelector('[data-event=correction]')!;
    expect(correction.textContent).toContain('Summary: Original words. Corrected words.');
    expect(correction.textContent).not.toContain('Speaker:');
    expect(correction.textContent).toContain('Recorded 29 May 2025, 08:30 UTC by editor.');
    expect(correction.textContent).toContain('Sources now:The ministry (official word)');
    expect(
      within(correction as HTMLElement).getByRole('button', {
        name: /^Retract/,
      }),
    ).toBeTruthy();
    expect(since.querySelector('[data-event=added]')?.textContent).toContain(
      'Added:The agency, 13 March 2025 (news agency)',
    );
  });

  it('shows a retracted correction as retracted, with the retraction below it', async () => {
    const gone = { ...CORRECTION, retracted: true };
    const why = { reason: 'no, heard well' };
    const retraction = about('retraction', 'EventRetracted', 'Retracted: no, heard well', why);
    show({
      snapshot,
      events: [
        { ...STATEMENT, corrections: [gone] },
        { ...gone, corrections: [retraction] },
        retraction,
      ],
    });
    await userEvent.click(await speaker());
    const panel = await screen.findByRole('dialog');
    await within(panel).findByText('Retracted: no, heard well');
    expect(panel.querySelector('[data-event=statement] > p')?.textContent).toBe('Original words.');
    expect(panel.querySelector('[data-event=correction] > p')?.textContent).toBe(
      `Corrected: ${REASON} (retracted since)`,
    );
  });

  it('is marked as corrected in short, too', async () => {
    show({ snapshot, events: [STOOD, CORRECTION, ADDED] });
    (await speaker()).focus();
    const tip = await screen.findByRole('tooltip');
    await waitFor(() => expect(tip.textContent).toContain(`corrected since: ${REASON}`));
  });
});

describe('the details of an event', () => {
  const requestCount = ({ server }: ReturnType<typeof show>) =>
    server.requests.filter(({ name }) => name === 'EventDetails').length;
  const open = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: /have been negotiating since/ }),
    );
    const panel = await screen.findByRole('dialog', { name: 'Phase' });
    await within(panel).findByText('Round 1 held');
    return panel;
  };

  it.each(['', '?at=2025-04-20'])('updates while it is shown (%s)', async (search) => {
    const page = show({ search });
    const panel = await open();
    const offered = () =>
      within(panel.querySelector<HTMLElement>('[data-event=round]')!).queryByRole('button', {
        name: /^Retract/,
      });
    expect(offered()).not.toBeNull();
    const held = event(EVENTS.find(({ id }) => id === 'round')!);
    page.now.events = [{ ...held, retracted: true }];
    page.now.position = 8;
    page.connection.record({ ...round(9, 8), summary: 'Retracted: never held' });
    await within(panel).findByText('(retracted since)');
    expect(offered()).toBeNull();
  });

  it('is not fetched again as a slider moves', async () => {
    const page = show();
    await open();
    const before = requestCount(page);
    const slider = screen.getByRole('slider', { name: 'Date of the view' });
    slider.focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    await waitFor(() => expect(location.search).toBe('?at=2025-04-22'));
    await screen.findByText('As it stood on 22 April 2025');
    expect(requestCount(page)).toBe(before);
  });
});
