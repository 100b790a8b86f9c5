// @vitest-environment happy-dom
/** The buttons on a recorded event. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { EventActions } from '../../src/dashboard/ui/eventActions.js';
import { type EntryPurpose, OpenEntryFormContext } from '../../src/dashboard/ui/openEntryForm.js';

afterEach(cleanup);

function show(type: string): readonly EntryPurpose[] {
  const opened: EntryPurpose[] = [];
  render(
    <OpenEntryFormContext value={(purpose) => opened.push(purpose)}>
      <EventActions id="an-id" type={type} summary="What it says" />
    </OpenEntryFormContext>,
  );
  return opened;
}

const labels = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('the actions on an event', () => {
  it('correct it, add a source to it and retract it', () => {
    const opened = show('RoundHeld');
    expect(labels()).toEqual(
      ['Correct', 'Add a source', 'Retract'].map((label) => `${label}: What it says`),
    );
    fireEvent.click(screen.getByText('Correct'));
    expect(opened).toEqual([{ kind: 'correct', eventId: 'an-id' }]);
  });

  it('take a retraction back', () => {
    const opened = show('EventRetracted');
    expect(labels()).toEqual(['Take back: What it says']);
    fireEvent.click(screen.getByText('Take back'));
    expect(opened).toEqual([{ kind: 'retract', eventId: 'an-id' }]);
  });

  it('are not shown where nothing can be entered', () => {
    render(<EventActions id="an-id" type="RoundHeld" summary="What it says" />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
