// @vitest-environment happy-dom
/** After an event is recorded: the next one, and taking it back. */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_MS } from '../../src/dashboard/features/entry/submit/undo.js';
import {
  chooseType,
  EntryBackend,
  fill,
  fillStatement,
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
  vi.useRealTimers();
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

/** Records a statement by a speaker with a role. */
async function recordMinister() {
  renderLauncher(NEW);
  await previewStatement();
  fill(/^Role/, 'Minister of Commerce');
  press('See what will change');
  await section('What will change');
  press('Record the event');
  await section('Recorded');
}

describe('a new negotiation', () => {
  it('entered from the page of another one is named by its title', async () => {
    renderLauncher(NEW);
    await openForm();
    await chooseType('round held');
    expect(value(/^Negotiation/)).toBe('in-us-bta');
    press('Choose another type');
    await chooseType('launch');
    expect(value(/^Negotiation/)).toBe('');
    fill(/^Title/, 'India–EU Free Trade Agreement');
    expect(value(/^Negotiation/)).toBe('india-eu-free-trade-agreement');
  });

  it('under the name of one on record says that it is', async () => {
    renderLauncher(NEW);
    await openForm();
    await chooseType('launch');
    fill(/^Negotiation/, 'in-us-bta');
    expect(screen.getByText(/is on record already: a launch here gives it another/)).toBeTruthy();
  });
});

describe('what was recorded', () => {
  it('is linked to its page, with its place and hash in the log', async () => {
    await recordStatement(NEW);
    const link = screen.getByRole('link', { name: /^Recorded by another editor/ });
    expect(link.getAttribute('href')).toBe('/events/0195b3c0-0000-7000-8000-000000000104');
    expect(link.closest('p')?.textContent).toContain(
      'position 4 in the log, hash a1b2c3d4a1b2c3d4…',
    );
  });
});

describe('a problem that the server finds', () => {
  it('is told without names of types and streams', async () => {
    const message = 'Nothing is recorded on measure/us-steel. Append MeasureAdopted first.';
    backend.refusal = {
      ...{ __typename: 'ValidationError', code: 'VALIDATION', message: 'Refused.' },
      problems: [{ path: 'events[0].stream', message }],
    };
    renderLauncher(NEW);
    await fillStatement();
    press('See what will change');
    const told = await screen.findAllByText(/Nothing is recorded on/);
    expect(told[0]?.textContent).toContain('Enter “Measure adopted” first.');
    expect(told[0]?.textContent).not.toContain('measure/');
  });
});

describe('the next event', () => {
  it('has the sources of the last one, which can be taken out', async () => {
    await recordStatement(NEW);
    press('Enter another event');
    await chooseType('statement');
    expect([value(/^Publisher/), value(/^Kind/)]).toEqual(['The Hindu', 'PRESS']);
    expect([value(/^Summary/), value(/^Occurred/)]).toEqual(['', '']);
    press('Remove source 1');
    expect([value(/^Publisher/), value(/^Kind/)]).toEqual(['', '']);
  });

  it('has neither address nor title of the last source, which are those of one report', async () => {
    renderLauncher(NEW);
    await fillStatement();
    fill(/^URL/, 'https://example.org/a');
    press('See what will change');
    await section('What will change');
    press('Record the event');
    await section('Recorded');
    press('Enter another event');
    await chooseType('statement');
    expect([value(/^Publisher/), value(/^Kind/), value(/^URL/)]).toEqual([
      'The Hindu',
      'PRESS',
      '',
    ]);
    press(/^Use again/);
    expect([value(/^Publisher/), value(/^URL/)]).toEqual(['The Hindu', 'https://example.org/a']);
    expect(screen.getAllByLabelText(/^Publisher/)).toHaveLength(1);
    expect(screen.queryByText(/^Use again/)).toBeNull();
  });

  it('of a form opened anew has the kind of a publisher and the role of a speaker entered before', async () => {
    await recordMinister();
    cleanup();
    renderLauncher(NEW);
    await openForm();
    await chooseType('statement');
    fill(/^Speaker/, 'Piyush Goyal');
    fill(/^Publisher/, 'The Hindu');
    expect([value(/^Role/), value(/^Kind/)]).toEqual(['Minister of Commerce', 'PRESS']);
    expect(
      screen.getByText(/^Filled in for you, please check: Role; Sources 1, kind\./),
    ).toBeTruthy();
  });

  it('is filled in with nothing once that is refused', async () => {
    await recordMinister();
    press('Enter another event');
    await chooseType('statement');
    press('Forget them and stop');
    cleanup();
    sessionStorage.clear();
    renderLauncher(NEW);
    await openForm();
    await chooseType('statement');
    fill(/^Speaker/, 'Piyush Goyal');
    expect(value(/^Role/)).toBe('');
    expect(screen.getByText(/^This device remembers no/)).toBeTruthy();
  });

  it('is dated as the page that it is opened from, where that shows another day', async () => {
    renderLauncher({ ...NEW, occurred: '2025-08-28' });
    await openForm();
    await chooseType('statement');
    expect(value(/^Occurred/)).toBe('2025-08-28');
    cleanup();
    sessionStorage.clear();
    renderLauncher(NEW);
    await openForm();
    await chooseType('statement');
    expect(value(/^Occurred/)).toBe('');
  });
});

describe('an event just recorded', () => {
  it('is retracted by one click, with a reason', async () => {
    await recordStatement(NEW);
    press('Undo');
    await section('Undone');
    expect(backend.recorded).toHaveLength(2);
    expect(backend.recorded[1]).toMatchObject({ reason: expect.stringMatching(/^Undone within/) });
  });

  it('can be changed and recorded as another one after that', async () => {
    await recordStatement(NEW);
    press('Undo');
    await section('Undone');
    press('Change it and record it again');
    await waitFor(() => expect(value(/^Summary/)).toBe('Talks go on'));
    fill(/^Summary/, 'Talks go on in Delhi');
    press('See what will change');
    await section('What will change');
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded).toHaveLength(3);
    expect(backend.recorded[2]).toMatchObject({
      events: [{ data: { statementMade: { summary: 'Talks go on in Delhi' } } }],
    });
    const [first, , third] = backend.recorded.map(({ idempotencyKey }) => idempotencyKey);
    expect(third).not.toBe(first);
  });

  it('says why it could not be undone', async () => {
    await recordStatement(NEW);
    backend.refusal = {
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message: 'No event has that id.',
    };
    press('Undo');
    expect(await screen.findByText(/could not be undone: No event has that id/)).toBeTruthy();
  });

  it('cannot be undone so after a minute', async () => {
    renderLauncher(NEW);
    await previewStatement();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    press('Record the event');
    await section('Recorded');
    // By then the minute has begun.
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Recorded'));
    await act(() => vi.advanceTimersByTimeAsync(UNDO_MS - 5_000));
    expect(screen.queryByText('Undo', { selector: 'button' })).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.queryByText('Undo', { selector: 'button' })).toBeNull();
  });
});

describe('a round', () => {
  it('on the days of a planned one is offered to be that round', async () => {
    backend.rounds = [
      {
        ...{ number: 6, part: null, dates: '2026-12-05/2026-12-09', place: 'Geneva' },
        ...{ mode: null, track: null, status: 'SCHEDULED' },
      },
    ];
    renderLauncher(NEW);
    await openForm();
    await chooseType('round held');
    await screen.findByLabelText(/^Occurred/);
    fill(/^Occurred/, '20 December 2026');
    expect(screen.queryByText(/is planned for/)).toBeNull();
    fill(/^Occurred/, '8-10 December 2026');
    const offer = await screen.findByText(/^Round 6 is planned for/);
    expect(offer.textContent).toMatch(/in Geneva/);
    fireEvent.click(screen.getByText('This is that round: fill in its details'));
    expect([value(/^Round/), value(/^Place/)]).toEqual(['6', 'Geneva']);
    expect(screen.queryByText(/is planned for/)).toBeNull();
    // Whoever types goes on with what is left to fill in.
    const next = document.activeElement as HTMLInputElement;
    expect([next.closest('form') !== null, next.value]).toEqual([true, '']);
  });
});
