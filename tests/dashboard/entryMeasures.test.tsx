// @vitest-environment happy-dom
/** A measure entered beside one that is in force, and what the form knows of it afterwards. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  chooseType,
  EntryBackend,
  fill,
  fillStatement,
  openForm,
  press,
  previewStatement,
  renderLauncher,
  section,
} from './entryBackend.js';

const NEW = { kind: 'enter', stream: 'negotiation/in-us-bta' } as const;
const METALS = { slug: 'us-232-metals', title: 'Section 232 duty on steel' };

let backend: EntryBackend;
beforeEach(() => {
  backend = new EntryBackend();
  backend.findings = [];
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const value = (label: RegExp) => (screen.getAllByLabelText(label)[0] as HTMLInputElement).value;

async function previewMeasure() {
  renderLauncher(NEW);
  await openForm();
  await chooseType('measure adopted');
  await screen.findByLabelText(/^Occurred/);
  fill(/^Occurred/, 'March 2025');
  fill(/^Title/, 'US duty on steel');
  fill(/^Imposed by/, 'US');
  fill(/^Affects/, 'IN');
  fill(/^Rate/, '50');
  fill(/^Effective from/, '2 March 2025');
  fill(/^Publisher/, 'The Hindu');
  for (const field of screen.getAllByLabelText<HTMLSelectElement>(/^Kind/))
    fireEvent.change(field, { target: { value: field.options[1]?.value ?? 'PRESS' } });
  press('See what will change');
  return section('What will change');
}

describe('a measure on what another one is in force on', () => {
  it('is told to add to it, and made an amendment of that one by a click', async () => {
    backend.layers = [{ measure: METALS, expression: '50 %' }];
    const preview = await previewMeasure();
    preview.getByText(/^This adds to 50 % of Section 232 duty on steel/);
    press('Amend Section 232 duty on steel');
    expect(screen.getByText('Measure amended', { selector: 'strong' })).toBeTruthy();
    expect(value(/^Measure/)).toBe('us-232-metals');
    expect(value(/^Rate/)).toBe('50');
    expect(backend.recorded).toEqual([]);
  });

  it('is told nothing where none is, or the ordinary duty alone', async () => {
    backend.layers = [{ measure: null, expression: '3 %' }];
    const preview = await previewMeasure();
    expect(preview.queryByText(/^This adds to/)).toBeNull();
  });
});

/** Records a statement; what else is on record changes with it. */
async function recordStatementThen(recorded: () => void) {
  renderLauncher(NEW);
  await previewStatement();
  recorded();
  press('Record the event');
  await section('Recorded');
}

describe('what is recorded', () => {
  it('is known to the next form, and not called new', async () => {
    await recordStatementThen(() => (backend.measures = [METALS]));
    press('Enter another event');
    await chooseType('measure ended');
    await screen.findByLabelText(/^Occurred/);
    fill(/^Measure/, METALS.slug);
    expect(await screen.findByText(METALS.title, { selector: 'strong' })).toBeTruthy();
    expect(screen.queryByText(/^New: nothing is recorded/)).toBeNull();
  });
});

describe('a source that is missing', () => {
  it('is no problem any more once one is being filled in', async () => {
    renderLauncher(NEW);
    await fillStatement();
    fill(/^Publisher/, '');
    fill(/^Kind/, '');
    press('See what will change');
    const missing = () => screen.queryAllByText(/Give at least one source/);
    await waitFor(() => expect(missing()).not.toEqual([]));
    fill(/^Publisher/, 'The Hindu');
    expect(missing()).toEqual([]);
  });
});
