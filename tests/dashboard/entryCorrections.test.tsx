// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  EntryBackend,
  fill,
  HELD,
  openForm,
  section,
  press,
  renderLauncher,
} from './entryBackend.js';

let backend: EntryBackend;

beforeEach(() => {
  backend = new EntryBackend();
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

describe('a correction', () => {
  const renderCorrection = async () => {
    renderLauncher({ kind: 'correct', eventId: HELD.id });
    await openForm();
    await screen.findByLabelText(/^Reason/);
  };

  it('starts with the event’s current content, including later corrections and sources', async () => {
    backend.target.corrections = [
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
    await renderCorrection();
    expect(value(/^Occurred/)).toBe('2025-03-27');
    expect(value(/^Round/)).toBe('1');
    expect(
      screen.getAllByLabelText(/^Publisher/).map((each) => (each as HTMLInputElement).value),
    ).toEqual(['The Hindu', 'PIB']);
  });

  it('shows the differences and sends only the parts that differ', async () => {
    await renderCorrection();
    fill(/^Place/, 'Washington');
    fill(/^Reason/, 'It was held in Washington');
    const table = await screen.findByRole('table', { name: 'Changes' });
    expect(table.textContent).toContain('New Delhi');
    expect(table.textContent).toContain('Washington');
    press('See what will change');
    await section('What will change');
    press('Record the correction');
    await section('Recorded');
    const [sent] = backend.recorded;
    expect(sent).toEqual({
      event: HELD.id,
      reason: 'It was held in Washington',
      data: { ...HELD.data, place: 'Washington' },
      idempotencyKey: sent!.idempotencyKey,
      expectedRevision: 3,
      dryRun: false,
    });
  });

  it('is not sent without a change', async () => {
    await renderCorrection();
    fill(/^Reason/, 'None');
    press('See what will change');
    await screen.findByText('Nothing is changed. Edit a field, or discard the form.');
    expect(backend.server.of('CorrectEvent')).toEqual([]);
  });
});

describe('a retraction', () => {
  it('needs a reason and is previewed before it is recorded', async () => {
    renderLauncher({ kind: 'retract', eventId: HELD.id });
    await openForm();
    await screen.findByLabelText(/^Reason/);
    press('See what will change');
    expect((await screen.findAllByText(/Give a reason/)).length).toBeGreaterThan(0);
    fill(/^Reason/, 'It never took place');
    press('See what will change');
    await section('What will change');
    press('Record the retraction');
    await section('Recorded');
    expect(backend.recorded[0]).toMatchObject({ event: HELD.id, reason: 'It never took place' });
  });

  it('is not offered for an event that is already retracted', async () => {
    backend.target.retracted = true;
    renderLauncher({ kind: 'retract', eventId: HELD.id });
    await openForm();
    expect(await screen.findByText('This event is retracted')).toBeTruthy();
    expect(screen.queryByLabelText(/^Reason/)).toBeNull();
  });
});

describe('a source added later', () => {
  it('is added to its event', async () => {
    renderLauncher({ kind: 'addSources', eventId: HELD.id });
    await openForm();
    await screen.findAllByLabelText(/^Publisher/);
    fill(/^Publisher/, 'PIB');
    fill(/^Kind/, 'OFFICIAL');
    press('See what will change');
    await section('What will change');
    press('Record the source');
    await section('Recorded');
    expect(backend.recorded[0]).toMatchObject({
      event: HELD.id,
      sources: [{ kind: 'OFFICIAL', publisher: 'PIB' }],
    });
  });
});
