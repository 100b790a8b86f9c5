// @vitest-environment happy-dom
/** The buttons on a recorded event. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { keepToken } from '../../src/dashboard/api/client/session.js';
import { EventActions } from '../../src/dashboard/ui/eventActions.js';
import { type EntryPurpose, OpenEntryFormContext } from '../../src/dashboard/ui/openEntryForm.js';
import { mockServer } from './mockServer.js';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** To one who may write unless told otherwise, who may leave the event out in a what-if. */
function show(type: string, mayWrite: () => boolean = () => true): readonly EntryPurpose[] {
  const opened: EntryPurpose[] = [];
  const viewer = () => ({ mayWrite: mayWrite(), mayPropose: false });
  render(
    <ApiProvider client={mockServer({ Query: { viewer } }).client}>
      <OpenEntryFormContext value={(purpose) => opened.push(purpose)}>
        <EventActions id="an-id" type={type} summary="What it says" supposable={!mayWrite()} />
      </OpenEntryFormContext>
    </ApiProvider>,
  );
  return opened;
}

const labels = async () =>
  (await screen.findAllByRole('button')).map(({ textContent }) => textContent);

describe('the actions on an event', () => {
  it('correct it, add a source to it and retract it', async () => {
    const opened = show('RoundHeld');
    expect(await labels()).toEqual(
      ['Correct', 'Add a source', 'Retract'].map((label) => `${label}: What it says`),
    );
    fireEvent.click(screen.getByText('Correct'));
    expect(opened).toEqual([{ kind: 'correct', eventId: 'an-id' }]);
  });

  it('take a retraction back', async () => {
    const opened = show('EventRetracted');
    expect(await labels()).toEqual(['Take back: What it says']);
    fireEvent.click(screen.getByText('Take back'));
    expect(opened).toEqual([{ kind: 'retract', eventId: 'an-id' }]);
  });

  it('are not shown where nothing can be entered', () => {
    const { client } = mockServer({});
    render(
      <ApiProvider client={client}>
        <EventActions id="an-id" type="RoundHeld" summary="What it says" />
      </ApiProvider>,
    );
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are for who may write: a reader is left with the what-if, until they give a token', async () => {
    const mayWrite = () => sessionStorage.getItem('parley.token') === 'a-token';
    show('RoundHeld', mayWrite);
    const supposing = 'What if it had not happened?: What it says';
    expect(await labels()).toEqual([supposing]);
    act(() => keepToken('a-token'));
    await screen.findByText('Correct');
    expect((await labels()).at(-1)).toBe(supposing);
    act(() => keepToken(''));
    expect(await labels()).toEqual([supposing]);
  });
});
