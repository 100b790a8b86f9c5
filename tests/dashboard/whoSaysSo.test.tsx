// @vitest-environment happy-dom
import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeAssumptions } from '../../src/dashboard/api/url/assumptions.js';
import { navigate } from '../../src/dashboard/lib/location.js';
import { show as showPage } from './whyPage.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const show = (search: string) => showPage({ search });

describe('who says so', () => {
  it('is shown in short on focus, and hidden by Escape', async () => {
    show('?at=2025-04-20');
    const phase = await screen.findByRole('button', { name: /have been negotiating since/ });
    phase.focus();
    const tip = await screen.findByRole('tooltip');
    await waitFor(() => expect(tip.textContent).toContain('Round 1 held (reported)'));
    expect(tip.textContent).toContain('The round, 15 March 2025 (press)');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('is shown in full when pressed: every report, its sources, and the current value', async () => {
    show('?at=2025-04-20');
    const phase = await screen.findByRole('button', { name: /have been negotiating since/ });
    phase.focus();
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog', { name: 'Phase' });
    const [now, before] = await within(panel).findAllByRole('heading', { level: 3 });
    expect(now?.textContent).toMatch(/^Negotiating current/);
    expect(before?.textContent).toMatch(/^Launched earlier, or reported by others/);
    await within(panel).findAllByText(/Said to be launched/);
    const link = await within(panel).findByRole('link', {
      name: 'The rumour, 20 February 2025 (press)',
    });
    expect(link.getAttribute('href')).toBe('https://example.org/the rumour');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(phase);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('is closed by Back, which leaves the page and its history as they were', async () => {
    show('?at=2025-04-20');
    const phase = await screen.findByRole('button', { name: /have been negotiating since/ });
    const steps = history.length;
    const { href } = location;
    await userEvent.click(phase);
    await screen.findByRole('dialog', { name: 'Phase' });
    expect(history.length).toBe(steps + 1);
    history.back();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([location.href, history.state]).toEqual([href, null]);
    await userEvent.click(phase);
    await screen.findByRole('dialog', { name: 'Phase' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(history.state).toBeNull());
    expect(location.href).toBe(href);
  });

  it('is closed by Escape before what it stands on, one thing at a time', async () => {
    show(`?at=2025-04-20&what-if=${encodeAssumptions({ without: ['some-event'] })}`);
    const phase = await screen.findByRole('button', { name: /have been negotiating since/ });
    const isSupposing = () => location.search.includes('what-if');
    await userEvent.hover(phase);
    await screen.findByRole('tooltip');
    await userEvent.keyboard('{Escape}');
    expect([screen.queryByRole('tooltip'), isSupposing()]).toEqual([null, true]);
    await userEvent.click(phase);
    await screen.findByRole('dialog', { name: 'Phase' });
    await userEvent.keyboard('{Escape}');
    expect([screen.queryByRole('dialog'), isSupposing()]).toEqual([null, true]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(isSupposing()).toBe(false));
  });

  it('goes with the value it is about, and with a press elsewhere', async () => {
    show('?at=2025-04-20');
    await userEvent.hover(await screen.findByRole('button', { name: 'Launched' }));
    await screen.findByRole('tooltip');
    act(() => navigate('/negotiation/a-b?at=2025-02-01'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Launched' })).toBeNull());
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
    act(() => navigate('/negotiation/a-b?at=2025-04-20'));
    await userEvent.hover(await screen.findByRole('button', { name: 'Launched' }));
    await screen.findByRole('tooltip');
    fireEvent.pointerDown(screen.getByRole('heading', { level: 1 }));
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  });
});
