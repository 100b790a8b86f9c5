// @vitest-environment happy-dom
/** What a form shows of what the server finds worth a check. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outcomeOf } from '../../src/dashboard/ui/recordAsMet.js';
import {
  EntryBackend,
  fillStatement,
  HELD,
  openForm,
  press,
  previewStatement,
  recordStatement,
  renderLauncher,
  section,
} from './entryBackend.js';

const NEW = { kind: 'enter', stream: 'negotiation/in-us-bta' } as const;

let backend: EntryBackend;
beforeEach(() => {
  backend = new EntryBackend();
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

describe('a finding that the event is likely to be a slip', () => {
  it('must be confirmed before the event is recorded', async () => {
    const message = '"in-us-bta" was launched already, on 2025-02-13.';
    backend.findings = [{ code: 'LAUNCHED_BEFORE', message, events: [] }];
    renderLauncher(NEW);
    await previewStatement();
    const finding = screen.getByText(/was launched already, on 13 February 2025\./);
    const record = screen.getByRole<HTMLButtonElement>('button', { name: 'Record the event' });
    expect(record.disabled).toBe(true);
    fireEvent.keyDown(finding, { key: 'Enter', ctrlKey: true });
    fireEvent.click(screen.getByLabelText(/this is meant/));
    expect(record.disabled).toBe(false);
    expect(backend.recorded).toEqual([]);
    fireEvent.click(record);
    await section('Recorded');
    expect(backend.recorded).toHaveLength(1);
  });
});

describe('a finding that an event is on record already', () => {
  it('lists what is on record, by date and publisher, and not what is entered', async () => {
    const entered = { ...HELD, id: '0195b3c0-0000-7000-8000-000000000103' };
    backend.findings = [{ code: 'ODD', message: 'One round twice.', events: [HELD, entered] }];
    renderLauncher(NEW);
    await previewStatement();
    const [list] = screen.getAllByRole('list', { name: 'On record' });
    expect(list!.textContent).toBe('Round 1 held in New Delhi (26–29 March 2025; The Hindu)');
    const link = within(list!).getByRole('link');
    expect(link.getAttribute('href')).toBe(`/events/${HELD.id}`);
  });
});

describe('a target that the recorded event may have met', () => {
  const SET = { ...HELD, __typename: 'TargetSet', id: '1', data: {}, target: 'first-tranche' };
  const SIGNED = { ...HELD, __typename: 'AgreementSigned', id: '2', occurred: '2025-10-02' };
  const finding = { code: 'TARGET_PERHAPS_MET', message: 'May be met.', events: [SET, SIGNED] };

  it('is recorded as met in the next form, on the day of the event and with its sources', async () => {
    backend.findings = [finding];
    await recordStatement(NEW);
    press('Record that it is met');
    await screen.findByLabelText(/^Target/);
    expect(screen.getByText('Target met')).toBeTruthy();
    expect([value(/^Target/), value(/^Occurred/)]).toEqual(['first-tranche', '2025-10-02']);
    expect([value(/^Publisher/), value(/^Certainty/)]).toEqual(['The Hindu', 'INFERRED']);
  });

  it('is not offered for any other finding', async () => {
    backend.findings = [{ ...finding, code: 'TARGET_OVERDUE' }];
    await recordStatement(NEW);
    expect(screen.queryByRole('button', { name: 'Record that it is met' })).toBeNull();
  });

  it('opens such a form from a page, beside a draft that was left', async () => {
    renderLauncher(NEW);
    await fillStatement();
    press('Close');
    cleanup();
    renderLauncher({ ...NEW, preset: outcomeOf(finding) });
    await openForm();
    expect([value(/^Target/), value(/^Occurred/)]).toEqual(['first-tranche', '2025-10-02']);
    press('See what will change');
    await section('What will change');
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded).toMatchObject([
      { events: [{ certainty: 'INFERRED', data: { targetMet: { target: 'first-tranche' } } }] },
    ]);
  });
});
