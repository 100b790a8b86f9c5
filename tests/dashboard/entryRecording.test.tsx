// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  chooseType,
  Desk,
  fill,
  open,
  part,
  press,
  sitDown,
  writeOpenStatement,
  writeStatement,
} from './entryServer.js';

const NEW = { kind: 'enter', stream: 'negotiation/in-us-bta' } as const;

let desk: Desk;

beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

async function seeWhatWillChange() {
  await writeStatement();
  press('See what will change');
  return part('What will change');
}

describe('an event that is entered', () => {
  it('is checked first: what will change and which findings it makes is shown, nothing is written', async () => {
    sitDown(NEW);
    const preview = await seeWhatWillChange();
    expect(preview.getByText(/^Negotiating/)).toBeTruthy();
    expect(preview.getByText(/^Signed/)).toBeTruthy();
    expect(preview.getByText(/Rounds are counted otherwise/)).toBeTruthy();
    expect(desk.recorded).toEqual([]);
  });

  it('is recorded with its date in EDTF, its source, and the revision that was looked at', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    press('Record the event');
    await part('Recorded');
    expect(desk.recorded).toHaveLength(1);
    expect(desk.recorded[0]).toMatchObject({
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

  it('needs no mouse: letters, Tab, Enter, and Ctrl with Enter twice', async () => {
    const user = userEvent.setup();
    sitDown(NEW);
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByLabelText('What happened?');
    await user.keyboard('statement{Enter}');
    await waitFor(() => expect(document.activeElement?.id).toBe('entry-occurred'));
    await user.keyboard('March 2025{Tab}Piyush Goyal{Tab}{Tab}Talks go on');
    fill(/^Publisher/, 'The Hindu');
    fill(/^Kind/, 'PRESS');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await part('What will change');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await part('Recorded');
    expect(desk.recorded).toHaveLength(1);
  });

  it('is recorded once when the button is pressed twice', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    const button = screen.getByText('Record the event');
    fireEvent.click(button);
    fireEvent.click(button);
    await part('Recorded');
    expect(
      desk.server
        .of('AppendEvents')
        .filter(({ variables }) => !(variables['input'] as { dryRun: boolean }).dryRun),
    ).toHaveLength(1);
  });

  it('is recorded once when the answer was lost and it is sent again', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    desk.server.lose(1);
    press('Record the event');
    const lost = await part('The server could not be reached');
    expect(lost.getByText(/recorded only once, even if the first attempt reached/)).toBeTruthy();
    press('Try again');
    const done = await part('Recorded');
    expect(done.getByText(/It is on record once/)).toBeTruthy();
    expect(desk.recorded).toHaveLength(1);
  });

  it('can take a further one after it, with the source given last offered again', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    press('Record the event');
    await part('Recorded');
    press('Enter another event');
    await chooseType('statement');
    press('Use again: The Hindu');
    expect(value(/^Publisher/)).toBe('The Hindu');
    expect(value(/^Kind/)).toBe('PRESS');
    expect(value(/^Summary/)).toBe('');
  });
});

describe('what is wrong', () => {
  it('is said at each field and in a summary, and the first such field has the focus', async () => {
    sitDown(NEW);
    await writeStatement('');
    fill(/^Occurred/, 'fall 2025');
    press('See what will change');
    const summary = await screen.findByText('2 problems to fix');
    expect(summary.closest('[role=alert]')?.textContent).toContain('Summary: is missing');
    const occurred = screen.getByLabelText(/^Occurred/);
    expect(occurred.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(occurred);
    const described = occurred.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(
      'write the months, such as',
    );
    expect(desk.server.of('AppendEvents')).toEqual([]);
  });

  it('is said at its field when the server finds it, by its path', async () => {
    sitDown(NEW);
    await writeStatement();
    desk.refusal = {
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
    expect(document.activeElement).toBe(quote);
    expect(screen.getAllByLabelText(/^Publisher/)[0]?.getAttribute('aria-invalid')).toBe('true');
    fill(/^Quote/, 'A shorter one');
    expect(await screen.findByText('1 problem to fix')).toBeTruthy();
  });

  it('includes an event without a source, unless it is inferred', async () => {
    sitDown(NEW);
    await writeStatement();
    fill(/^Publisher/, '');
    fill(/^Kind/, '');
    press('See what will change');
    expect((await screen.findAllByText(/Give at least one source/)).length).toBeGreaterThan(0);
    fill(/^Certainty/, 'INFERRED');
    press('See what will change');
    await part('What will change');
  });
});

describe('when someone wrote first', () => {
  const conflicted = async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    desk.revision = 4;
    press('Record the event');
    return part('Other events were recorded first');
  };

  it('it is noticed even where they wrote right after the form was opened', async () => {
    sitDown(NEW);
    await open();
    await waitFor(() => expect(desk.server.of('StreamEnd')).toHaveLength(1));
    desk.revision = 4;
    await writeOpenStatement();
    press('See what will change');
    await part('Other events were recorded first');
    // Nothing is written that was not looked at.
    press('Preview my entry');
    await part('What will change');
    expect(desk.recorded).toEqual([]);
    press('Record the event');
    await part('Recorded');
    expect(desk.recorded).toHaveLength(1);
  });

  it('both versions are shown and nothing that was typed is lost', async () => {
    const conflict = await conflicted();
    expect(await conflict.findByText('Said by another desk at revision 4')).toBeTruthy();
    expect(conflict.getByText('Talks go on')).toBeTruthy();
    expect(value(/^Summary/)).toBe('Talks go on');
    expect(desk.recorded).toEqual([]);
  });

  it('mine can be recorded as well, on top of theirs', async () => {
    await conflicted();
    press('Record my entry as well');
    await part('Recorded');
    expect(desk.recorded[0]?.expectedRevisions).toEqual([
      { stream: 'negotiation/in-us-bta', revision: 4 },
    ]);
  });

  it('mine can be changed first, and is then checked against theirs', async () => {
    await conflicted();
    press('Edit my entry first');
    fill(/^Summary/, 'Talks go on, slowly');
    press('See what will change');
    await part('What will change');
    press('Record the event');
    await part('Recorded');
    expect(desk.recorded).toHaveLength(1);
  });

  it('mine can be discarded', async () => {
    await conflicted();
    press('Discard my entry');
    expect(screen.queryByRole('dialog')).toBeNull();
    await open();
    expect(await screen.findByLabelText('What happened?')).toBeTruthy();
    expect(desk.recorded).toEqual([]);
  });
});

describe('an unfinished form', () => {
  it('is there again, open and as it was typed, after the page is loaded anew', async () => {
    sitDown(NEW);
    await writeStatement('Half a sentence');
    cleanup();
    sitDown(NEW);
    await screen.findByLabelText(/^Summary/);
    expect(value(/^Summary/)).toBe('Half a sentence');
    expect(value(/^Occurred/)).toBe('March 2025');
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
    sitDown(NEW);
    await screen.findByLabelText(/^Summary/);
    expect(value(/^Summary/)).toBe('Half a sentence');
    press('See what will change');
    await part('Other events were recorded first');
    expect(desk.server.of('AppendEvents')[0]?.variables).toMatchObject({
      input: {
        idempotencyKey: 'form-0123',
        expectedRevisions: [{ stream: 'negotiation/in-us-bta', revision: 2 }],
      },
    });
  });

  it('is gone once it is recorded', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    press('Record the event');
    await part('Recorded');
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('parley.draft'))).toEqual([]);
  });
});

describe('a token', () => {
  it('is not asked for where none is needed', async () => {
    sitDown(NEW);
    await seeWhatWillChange();
    expect(screen.queryByLabelText('Token')).toBeNull();
    expect(desk.server.asked.every(({ authorization }) => authorization === null)).toBe(true);
  });

  it('is asked for when the server does, again when it is not known, and kept for this tab only', async () => {
    desk.server.tokens.add('good');
    sitDown(NEW);
    await writeStatement();
    press('See what will change');
    await part('Token required');
    fill('Token', 'bad');
    press('Use this token');
    await screen.findByText('That token is not known here.');
    fill('Token', 'good');
    press('Use this token');
    await part('What will change');
    expect(desk.server.of('Consequences').at(-1)?.authorization).toBeNull();
    expect(desk.server.of('AppendEvents').at(-1)?.authorization).toBe('Bearer good');
    const elsewhere = `${JSON.stringify(Object.entries(localStorage))} ${location.href} ${document.cookie}`;
    expect(elsewhere).not.toContain('good');
    expect(sessionStorage.getItem('parley.token')).toBe('good');
    press('Remove token');
    expect(sessionStorage.getItem('parley.token')).toBeNull();
  });
});
