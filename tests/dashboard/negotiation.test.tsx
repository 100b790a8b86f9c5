// @vitest-environment happy-dom
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { Latest } from '../../src/dashboard/ui/sections/section.js';
import { history as record } from './history.js';
import { mockServer } from './mockServer.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

function show(search = '') {
  history.replaceState(null, '', `/negotiation/a-b${search}`);
  const server = mockServer(record());
  render(
    <ApiProvider client={server.client}>
      <App />
    </ApiProvider>,
  );
  return server;
}

/** The line that says where the talks stand. */
const line = () => document.querySelector('.status-line')?.textContent;
const query = (name: string) => new URLSearchParams(location.search).get(name);

const slider = (name: string) => screen.getByRole('slider', { name });

describe('the page of a negotiation', () => {
  it('shows the status in one line of plain words', async () => {
    show('?at=2025-04-20');
    await waitFor(() =>
      expect(line()).toBe(
        'India and the United States have been negotiating since 10–14 March 2025; formal rounds may have been paused since some time between 15 April and 15 May 2025.',
      ),
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A-B Agreement');
    await waitFor(() => expect(document.title).toBe('A-B Agreement – Parley'));
    expect(screen.getByText('As it stood on 20 April 2025')).toBeTruthy();
  });

  it('tells the latest event, and how far someone looked for news', async () => {
    show('?at=2025-04-10');
    const words = async () => (await screen.findByText(/Newest event/)).textContent;
    await waitFor(async () =>
      expect(await words()).toBe(
        'Newest event: Round 1 held, 10–14 March 2025. No check of sources is on record, so that later news may be missing.',
      ),
    );
    cleanup();
    show('?at=2025-04-21');
    await waitFor(async () =>
      expect(await words()).toContain('Sources checked through 18 April 2025; nothing since.'),
    );
  });

  it('shows the duty of each pair, and pending changes', async () => {
    show('?at=2025-04-20');
    const figure = (await screen.findAllByText('Duty of the United States on India'))[0]!;
    await waitFor(() =>
      expect(figure.nextElementSibling?.textContent).toBe(
        '10 %Why 10 %?on top of the ordinary dutygoods in general; not every duty is on record; what this covers10 % A tariffto be 25 % from 1 May 2025',
      ),
    );
    expect(
      await screen.findByText('No additional duty of India on the United States is on record.'),
    ).toBeTruthy();
  });

  it('shows every due date of a postponed target', async () => {
    show('?at=2025-04-20');
    const target = (await screen.findAllByText('Agree on a first tranche'))
      .map((each) => each.closest('article'))
      .find((each) => each !== null && each.className === 'item')!;
    expect(target.textContent).toContain('put off once');
    expect(target.querySelector('s')?.textContent).toBe('September 2025');
  });

  it('shows a notice where nothing had begun yet, under the name it was to get', async () => {
    show('?at=2025-02-01');
    expect(await screen.findByText(/had not begun on 1 February 2025/)).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 1, name: 'A-B Agreement' })).toBeTruthy();
    expect(document.title).toBe('A-B Agreement – Parley');
  });
});

describe('the date slider', () => {
  const steps = () => slider('Date of the view');
  /** Resolves when the change points of the record are known. */
  const ready = () =>
    waitFor(() => {
      const ticks = steps().closest('.slider')?.querySelector('.slider-ticks path');
      expect(ticks?.getAttribute('d')).toContain('V');
    });

  it('steps from change to change, and updates the URL', async () => {
    show('?at=2025-03-25');
    await waitFor(() => expect(line()).toContain('negotiating'));
    await ready();
    fireEvent.keyDown(steps(), { key: 'ArrowRight' });
    expect(steps().getAttribute('aria-valuetext')).toBe('15 April 2025');
    await waitFor(() => expect(query('at')).toBe('2025-04-15'));
    await waitFor(() => expect(line()).toContain('formal rounds may have been paused'));
    fireEvent.keyDown(steps(), { key: 'ArrowLeft' });
    fireEvent.keyDown(steps(), { key: 'ArrowLeft' });
    await waitFor(() => expect(query('at')).toBe('2025-03-10'));
    fireEvent.keyDown(steps(), { key: 'ArrowLeft', shiftKey: true });
    expect(steps().getAttribute('aria-valuetext')).toBe('9 March 2025');
    await waitFor(() => expect(line()).toContain('launched talks on 1 March 2025'));
  });

  it('follows Back and a typed date', async () => {
    show('?at=2025-03-25');
    await ready();
    const field = screen.getByLabelText('Date of the view', { selector: 'input[type=date]' });
    fireEvent.change(field, { target: { value: '2025-05-02' } });
    fireEvent.blur(field);
    expect(query('at')).toBe('2025-05-02');
    await waitFor(() => expect(screen.getByText(/^As it stood on 2 May 2025$/)).toBeTruthy());
    history.back();
    await waitFor(() => expect(steps().getAttribute('aria-valuetext')).toBe('25 March 2025'));
    await waitFor(() => expect((field as HTMLInputElement).value).toBe('2025-03-25'));
  });

  it("has a field that reports an invalid date and resets it to the view's", async () => {
    show('?at=2025-03-25');
    await ready();
    const field = screen.getByLabelText<HTMLInputElement>('Date of the view', {
      selector: 'input[type=date]',
    });
    fireEvent.change(field, { target: { value: '0025-08-27' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('2025-03-25');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Enter a date between 1000-01-01 and 2999-12-31.')).toBeTruthy();
    expect(query('at')).toBe('2025-03-25');
    fireEvent.change(field, { target: { value: '2025-05-02' } });
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it('reports invalid dates of the URL', async () => {
    show('?at=garbage');
    const text = await screen.findByText('“garbage” is not understood as a date.');
    const notice = text.closest<HTMLElement>('[role=alert]')!;
    expect(notice.textContent).toContain('This page shows how things stand now.');
    expect(notice.textContent).toContain('a day such as 2025-08-27');
    await userEvent.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(location.search).toBe('');
    expect(screen.queryByText(/is not understood as a date/)).toBeNull();
  });

  it('shows prefetched views without another request', async () => {
    const { requests } = show('?at=2025-03-25');
    await ready();
    const snapshots = () =>
      requests
        .filter(({ name }) => name === 'NegotiationSnapshot')
        .map(({ variables }) => (variables as { asOf: { at: string } }).asOf.at);
    await waitFor(() => expect(snapshots()).toContain('2025-05-01'));
    const before = snapshots().length;
    fireEvent.keyDown(steps(), { key: 'ArrowRight' });
    await waitFor(() => expect(line()).toContain('formal rounds may have been paused'));
    expect(snapshots().slice(0, before)).toContain('2025-04-15');
  });

  it('announces to screen readers what a step changed', async () => {
    show('?at=2025-04-20');
    await ready();
    fireEvent.keyDown(steps(), { key: 'End' });
    fireEvent.keyDown(steps(), { key: 'ArrowLeft' });
    expect(steps().getAttribute('aria-valuetext')).toBe('now');
    fireEvent.keyDown(steps(), { key: 'ArrowLeft' });
    fireEvent.keyDown(steps(), { key: 'ArrowLeft' });
    await waitFor(() =>
      expect(document.querySelector('article .visually-hidden[aria-live]')?.textContent).toMatch(
        /^30 April 2025: India and the United States have been negotiating .*\. Duty of the United States on India 10 %\. Changed that day: Duty of the United States on India: disputed\.$/,
      ),
    );
  });
});

describe('the slider of what was known', () => {
  it('is at what the public could know, or at what was recorded', async () => {
    show('?at=2025-04-20');
    await waitFor(() => expect(line()).toBeTruthy());
    await userEvent.click(screen.getByRole('button', { name: 'All that is known' }));
    await waitFor(() =>
      expect(document.querySelectorAll('.slider-ticks path[d*="V"]')).toHaveLength(2),
    );
    fireEvent.keyDown(slider('What the public could know'), { key: 'ArrowLeft' });
    await waitFor(() => expect(query('publicAt')).toBe('2025-05-20'));
    await userEvent.click(screen.getByRole('button', { name: 'Recorded' }));
    expect(query('publicAt')).toBeNull();
    expect(query('knownAt')).toBe('2025-05-30T12:00:00Z');
    expect(slider('What this log had recorded').getAttribute('aria-valuetext')).toBe(
      '30 May 2025, 12:00 UTC',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(query('knownAt')).toBeNull();
  });
});

describe('comparing', () => {
  it('runs from the earlier to the later date, whichever the page shows', async () => {
    show('?at=2025-05-02&toAt=2025-04-20');
    const region = await screen.findByRole('region', {
      name: 'What changed from 20 April 2025 to 2 May 2025',
    });
    const row = (await within(region).findByText('25 %')).closest('tr')!;
    expect([...row.children].map((cell) => cell.textContent)).toEqual([
      'Duty of the United States on India',
      '10 %',
      '25 %',
    ]);
  });

  it('brings its heading into view and focus, and offers the year before', async () => {
    show('?at=2025-05-02');
    await userEvent.click(await screen.findByRole('button', { name: /^Compare with another/ }));
    const heading = await screen.findByRole('heading', { name: /^What changed from 2 May 2025/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await userEvent.click(screen.getByRole('button', { name: 'One year before' }));
    await screen.findByRole('heading', { name: 'What changed from 2 May 2024 to 2 May 2025' });
    expect(query('toAt')).toBe('2024-05-02');
  });

  it('asks for another view before it says that two do not differ', async () => {
    show('');
    await userEvent.click(await screen.findByRole('button', { name: /^Compare with another/ }));
    await screen.findByRole('heading', { name: 'Compare this view with another' });
    await screen.findByText(/^Choose a date, or a date by which it was/);
    expect(screen.queryByText(/do not differ/)).toBeNull();
  });

  it('shows the differences from another view, with their causes', async () => {
    show('?at=2025-04-20&toAt=2025-05-02');
    const region = await screen.findByRole('region', {
      name: 'What changed from 20 April 2025 to 2 May 2025',
    });
    const row = (await within(region).findByText('25 %')).closest('tr')!;
    expect([...row.children].map((cell) => cell.textContent)).toEqual([
      'Duty of the United States on India',
      '10 %',
      '25 %',
    ]);
    within(row).getByRole('button').focus();
    await waitFor(() =>
      expect(screen.getByRole('tooltip').textContent).toContain('The tariff raised'),
    );
    await userEvent.click(within(region).getByRole('button', { name: 'Swap' }));
    expect([query('at'), query('toAt')]).toEqual(['2025-05-02', '2025-04-20']);
    const [stop] = screen.getAllByRole('button', { name: 'Stop comparing' });
    await userEvent.click(stop!);
    expect(query('toAt')).toBeNull();
  });

  it('keeps table semantics in every layout', async () => {
    show('?at=2025-04-20&toAt=2025-05-02');
    const region = await screen.findByRole('region', {
      name: 'What changed from 20 April 2025 to 2 May 2025',
    });
    const table = (await within(region).findAllByRole('table'))[0]!;
    for (const each of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')])
      expect(each.hasAttribute('role')).toBe(true);
  });

  it('states when the views do not differ', async () => {
    show('?at=2025-04-20&toAt=2025-04-21');
    await screen.findByText(
      'Nothing that happened in these days is on record. Sources were last checked through 18 April 2025.',
    );
    cleanup();
    show('?at=2025-04-20&toAt=2025-04-20&toKnownAt=2025-05-29');
    await screen.findByText('The two views do not differ.');
  });
});

describe('a list that shows only the latest items', () => {
  it('shows the earlier ones on request', async () => {
    const items = Array.from({ length: 16 }, (_, i) => i);
    render(
      <Latest items={items} none="None.">
        {(item) => <li key={item}>{item}</li>}
      </Latest>,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    await userEvent.click(screen.getByRole('button', { name: 'Show 4 earlier' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(16);
  });
});
