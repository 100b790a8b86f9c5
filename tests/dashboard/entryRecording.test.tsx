// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  EntryBackend,
  fill,
  section,
  press,
  renderLauncher,
  fillStatement,
  previewStatement,
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

describe('an event that is entered', () => {
  it('is previewed with its effects and findings before anything is recorded', async () => {
    renderLauncher(NEW);
    const preview = await previewStatement();
    expect(preview.getByText(/^Negotiating/)).toBeTruthy();
    expect(preview.getByText(/^Signed/)).toBeTruthy();
    expect(preview.getByText(/Rounds are counted otherwise/)).toBeTruthy();
    expect(backend.recorded).toEqual([]);
  });

  it('is recorded with its date in EDTF, its source and the revision seen when the form opened', async () => {
    renderLauncher(NEW);
    await previewStatement();
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded).toHaveLength(1);
    expect(backend.recorded[0]).toMatchObject({
      events: [
        {
          stream: 'negotiation/in-us-bta',
          occurred: '2025-03',
          sources: [{ kind: 'PRESS', publisher: 'The Hindu' }],
          data: { statementMade: { speaker: 'Piyush Goyal', summary: 'Talks go on' } },
        },
      ],
      expectedRevisions: [{ stream: 'negotiation/in-us-bta', revision: 3 }],
    });
  });

  it('can be entered and recorded with the keyboard alone', async () => {
    const user = userEvent.setup();
    renderLauncher(NEW);
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByLabelText('What happened?');
    await user.keyboard('statement{Enter}');
    await waitFor(() => expect(document.activeElement?.id).toBe('entry-occurred'));
    await user.keyboard('March 2025{Tab}Piyush Goyal{Tab}{Tab}Talks go on');
    fill(/^Publisher/, 'The Hindu');
    fill(/^Kind/, 'PRESS');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await section('What will change');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await section('Recorded');
    expect(backend.recorded).toHaveLength(1);
  });

  it('is recorded once when the button is pressed twice', async () => {
    renderLauncher(NEW);
    await previewStatement();
    const button = screen.getByText('Record the event');
    fireEvent.click(button);
    fireEvent.click(button);
    await section('Recorded');
    expect(
      backend.server
        .of('AppendEvents')
        .filter(({ variables }) => !(variables['input'] as { dryRun: boolean }).dryRun),
    ).toHaveLength(1);
  });

  it('is recorded once when the response is lost and it is submitted again', async () => {
    renderLauncher(NEW);
    await previewStatement();
    backend.server.lose(1);
    press('Record the event');
    const lost = await section('The server could not be reached');
    expect(lost.getByText(/recorded only once, even if the first attempt reached/)).toBeTruthy();
    press('Try again');
    const done = await section('Recorded');
    expect(done.getByText(/It is on record once/)).toBeTruthy();
    expect(backend.recorded).toHaveLength(1);
  });
});

describe('a problem with an entry', () => {
  it('is shown at its field and in a summary, and the first such field is focused', async () => {
    renderLauncher(NEW);
    await fillStatement('');
    fill(/^Occurred/, 'fall 2025');
    press('See what will change');
    const summary = await screen.findByText('2 problems to fix');
    expect(summary.closest('[role=alert]')?.textContent).toContain('Summary: is missing');
    const occurred = screen.getByLabelText(/^Occurred/);
    expect(occurred.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(occurred));
    const described = occurred.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(
      'write the months, such as',
    );
    expect(backend.server.of('AppendEvents')).toEqual([]);
  });

  it('is shown at its field when the server finds it', async () => {
    renderLauncher(NEW);
    await fillStatement();
    backend.refusal = {
      __typename: 'ValidationError',
      code: 'VALIDATION_FAILED',
      message: 'This cannot be recorded.',
      problems: [
        { path: 'events[0].data.quote', code: 'INVALID', message: 'is too long' },
        { path: 'events[0].sources[0].publisher', code: 'INVALID', message: 'is blank' },
      ],
    };
    press('See what will change');
    await screen.findByText('2 problems to fix');
    const quote = screen.getAllByLabelText(/^Quote/)[0]!;
    expect(quote.getAttribute('aria-invalid')).toBe('true');
    // Fields that are shown only when asked for are shown now.
    expect(quote.closest('details')?.open).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(quote));
    expect(screen.getAllByLabelText(/^Publisher/)[0]?.getAttribute('aria-invalid')).toBe('true');
    fill(/^Quote/, 'A shorter one');
    expect(await screen.findByText('1 problem to fix')).toBeTruthy();
  });

  it('is a missing source, unless the event is inferred', async () => {
    renderLauncher(NEW);
    await fillStatement();
    fill(/^Publisher/, '');
    fill(/^Kind/, '');
    press('See what will change');
    expect((await screen.findAllByText(/Give at least one source/)).length).toBeGreaterThan(0);
    fill(/^Certainty/, 'INFERRED');
    press('See what will change');
    await section('What will change');
  });
});

describe('an unfinished form', () => {
  it('is restored and open after the page is reloaded', async () => {
    renderLauncher(NEW);
    await fillStatement('Half a sentence');
    cleanup();
    renderLauncher(NEW);
    await screen.findByLabelText(/^Summary/);
    expect(value(/^Summary/)).toBe('Half a sentence');
    expect(value(/^Occurred/)).toBe('March 2025');
  });

  it('has the focus where it is opened again: its first field that is empty and shown', async () => {
    renderLauncher(NEW);
    await fillStatement();
    cleanup();
    renderLauncher(NEW);
    await screen.findByLabelText(/^Summary/);
    const { activeElement } = document;
    expect(activeElement?.closest('form')).not.toBeNull();
    expect((activeElement as HTMLInputElement).value).toBe('');
    expect(activeElement?.closest('details:not([open])')).toBeNull();
  });

  it('of version 0.1 is restored with the key under which it may have been recorded', async () => {
    sessionStorage.setItem('parley.open', JSON.stringify(NEW));
    sessionStorage.setItem(
      'parley.draft.enter.negotiation/in-us-bta',
      JSON.stringify({
        type: 'StatementMade',
        values: {
          stream: 'in-us-bta',
          occurred: 'March 2025',
          sources: [{ kind: 'PRESS', publisher: 'The Hindu' }],
          data: { speaker: 'Piyush Goyal', summary: 'Half a sentence' },
        },
        key: 'form-0123',
        seen: { 'negotiation/in-us-bta': 2 },
      }),
    );
    renderLauncher(NEW);
    await screen.findByLabelText(/^Summary/);
    expect(value(/^Summary/)).toBe('Half a sentence');
    press('See what will change');
    await section('Other events were recorded first');
    expect(backend.server.of('AppendEvents')[0]?.variables).toMatchObject({
      input: {
        idempotencyKey: 'form-0123',
        expectedRevisions: [{ stream: 'negotiation/in-us-bta', revision: 2 }],
      },
    });
  });

  it('is deleted once it is recorded', async () => {
    renderLauncher(NEW);
    await previewStatement();
    press('Record the event');
    await section('Recorded');
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('parley.draft'))).toEqual([]);
  });
});

describe('a token', () => {
  it('is not requested where the server requires none', async () => {
    renderLauncher(NEW);
    await previewStatement();
    expect(screen.queryByLabelText('Token')).toBeNull();
    expect(backend.server.requests.every(({ authorization }) => authorization === null)).toBe(true);
  });

  it('is requested when the server requires one, and kept for this tab only', async () => {
    backend.server.tokens.add('good');
    renderLauncher(NEW);
    await fillStatement();
    press('See what will change');
    await section('Token required');
    fill('Token', 'bad');
    press('Use this token');
    await screen.findByText('That token is not known here.');
    fill('Token', 'good');
    press('Use this token');
    await section('What will change');
    expect(backend.server.of('Consequences').at(-1)?.authorization).toBeNull();
    expect(backend.server.of('AppendEvents').at(-1)?.authorization).toBe('Bearer good');
    const elsewhere = `${JSON.stringify(Object.entries(localStorage))} ${location.href} ${document.cookie}`;
    expect(elsewhere).not.toContain('good');
    expect(sessionStorage.getItem('parley.token')).toBe('good');
    press('Remove token');
    expect(sessionStorage.getItem('parley.token')).toBeNull();
  });
});
