// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk, fill, HELD, open, part, press, sitDown } from './entryServer.js';

let desk: Desk;

beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

describe('a correction', () => {
  const correcting = async () => {
    sitDown({ kind: 'correct', eventId: HELD.id });
    await open();
    await screen.findByLabelText(/^Reason/);
  };

  it('begins with how the event stands, later corrections and sources included', async () => {
    desk.target.corrections = [
      {
        ...HELD,
        __typename: 'EventCorrected',
        type: 'EventCorrected',
        position: 5,
        data: { event: HELD.id, reason: 'x', occurred: '2025-03-27' },
        corrections: undefined,
      },
      {
        ...HELD,
        __typename: 'EventCorrected',
        type: 'EventCorrected',
        position: 6,
        retracted: true,
        data: { event: HELD.id, reason: 'x', occurred: '1999' },
        corrections: undefined,
      },
      {
        ...HELD,
        __typename: 'SourceAdded',
        type: 'SourceAdded',
        position: 7,
        data: { event: HELD.id, sources: [{ kind: 'OFFICIAL', publisher: 'PIB' }] },
        corrections: undefined,
      },
    ];
    await correcting();
    expect(value(/^Occurred/)).toBe('2025-03-27');
    expect(value(/^Round/)).toBe('1');
    expect(
      screen.getAllByLabelText(/^Publisher/).map((each) => (each as HTMLInputElement).value),
    ).toEqual(['The Hindu', 'PIB']);
  });

  it('shows what differs, and sends only the parts that do', async () => {
    await correcting();
    fill(/^Place/, 'Washington');
    fill(/^Reason/, 'It was held there');
    const table = await screen.findByRole('table', { name: 'Changes' });
    expect(table.textContent).toContain('New Delhi');
    expect(table.textContent).toContain('Washington');
    press('See what will change');
    await part('What will change');
    press('Record the correction');
    await part('Recorded');
    const [sent] = desk.recorded;
    expect(sent).toEqual({
      event: HELD.id,
      reason: 'It was held there',
      data: { ...HELD.data, place: 'Washington' },
      idempotencyKey: sent!.idempotencyKey,
      expectedRevision: 3,
      dryRun: false,
    });
  });

  it('is not sent while nothing differs', async () => {
    await correcting();
    fill(/^Reason/, 'None');
    press('See what will change');
    await screen.findByText('Nothing is changed. Edit a field, or discard the form.');
    expect(desk.server.of('CorrectEvent')).toEqual([]);
  });
});

describe('a retraction', () => {
  it('needs a reason, and says what falls with the event before it is recorded', async () => {
    sitDown({ kind: 'retract', eventId: HELD.id });
    await open();
    await screen.findByLabelText(/^Reason/);
    press('See what will change');
    expect((await screen.findAllByText(/Give a reason/)).length).toBeGreaterThan(0);
    fill(/^Reason/, 'It never took place');
    press('See what will change');
    await part('What will change');
    press('Record the retraction');
    await part('Recorded');
    expect(desk.recorded[0]).toMatchObject({ event: HELD.id, reason: 'It never took place' });
  });

  it('is not offered for an event that is retracted already', async () => {
    desk.target.retracted = true;
    sitDown({ kind: 'retract', eventId: HELD.id });
    await open();
    expect(await screen.findByText('This event is retracted')).toBeTruthy();
    expect(screen.queryByLabelText(/^Reason/)).toBeNull();
  });
});

describe('a source matchingEventTypes later', () => {
  it('is added to its event', async () => {
    sitDown({ kind: 'addSources', eventId: HELD.id });
    await open();
    await screen.findAllByLabelText(/^Publisher/);
    fill(/^Publisher/, 'PIB');
    fill(/^Kind/, 'OFFICIAL');
    press('See what will change');
    await part('What will change');
    press('Record the source');
    await part('Recorded');
    expect(desk.recorded[0]).toMatchObject({
      event: HELD.id,
      sources: [{ kind: 'OFFICIAL', publisher: 'PIB' }],
    });
  });
});
