// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  EntryBackend,
  fill,
  openForm,
  section,
  press,
  renderLauncher,
  fillOpenStatement,
  fillStatement,
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

async function seeWhatWillChange() {
  await fillStatement();
  press('See what will change');
  return section('What will change');
}

describe('a revision conflict', () => {
  const conflicted = async () => {
    renderLauncher(NEW);
    await seeWhatWillChange();
    backend.revision = 4;
    press('Record the event');
    return section('Other events were recorded first');
  };

  it('is detected even when the other event was recorded right after the form opened', async () => {
    renderLauncher(NEW);
    await openForm();
    await waitFor(() => expect(backend.server.of('StreamEnd')).toHaveLength(1));
    backend.revision = 4;
    await fillOpenStatement();
    press('See what will change');
    await section('Other events were recorded first');
    // Nothing is written that was not looked at.
    press('Preview my entry');
    await section('What will change');
    expect(backend.recorded).toEqual([]);
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded).toHaveLength(1);
  });

  it('shows both versions and keeps everything that was typed', async () => {
    const conflict = await conflicted();
    expect(await conflict.findByText('Recorded by another editor at revision 4')).toBeTruthy();
    expect(conflict.getByText('Talks go on')).toBeTruthy();
    expect(value(/^Summary/)).toBe('Talks go on');
    expect(backend.recorded).toEqual([]);
  });

  it('lets the entry be recorded after the other events', async () => {
    await conflicted();
    press('Record my entry as well');
    await section('Recorded');
    expect(backend.recorded[0]?.expectedRevisions).toEqual([
      { stream: 'negotiation/in-us-bta', revision: 4 },
    ]);
  });

  it('lets the entry be edited first and checked against the other events', async () => {
    await conflicted();
    press('Edit my entry first');
    fill(/^Summary/, 'Talks go on, slowly');
    press('See what will change');
    await section('What will change');
    press('Record the event');
    await section('Recorded');
    expect(backend.recorded).toHaveLength(1);
  });

  it('lets the entry be discarded', async () => {
    await conflicted();
    press('Discard my entry');
    expect(screen.queryByRole('dialog')).toBeNull();
    await openForm();
    expect(await screen.findByLabelText('What happened?')).toBeTruthy();
    expect(backend.recorded).toEqual([]);
  });
});
