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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { history as record } from './history.js';
import { mockServer } from './mockServer.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

function show() {
  history.replaceState(null, '', '/negotiation/a-b?at=2025-04-20');
  render(
    <ApiProvider client={mockServer(record()).client}>
      <App />
    </ApiProvider>,
  );
}

describe('the page in a narrow window', () => {
  const { happyDOM } = window as unknown as {
    happyDOM: { setViewport: (size: { width: number }) => void };
  };
  beforeEach(() => happyDOM.setViewport({ width: 390 }));
  afterEach(() => happyDOM.setViewport({ width: 1024 }));

  it('folds each section to one line, and opens the one that is asked for', async () => {
    show();
    const toggle = await screen.findByRole('button', { name: 'Measures 1' });
    const section = toggle.closest('section')!;
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(section.querySelector('.section-summary')?.textContent).toBe('1 in force');
    await userEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(section.querySelector('.section-summary')).toBeNull();
    const bar = screen.getByRole('navigation', { name: 'Sections of this page' });
    const places = within(bar).getAllByRole('link');
    expect(places.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Chart', 'Measures', 'Targets', 'Phases', 'Rounds', 'Statements']),
    );
    const rounds = screen.getByRole('button', { name: 'Rounds 1' });
    location.hash = '#rounds';
    window.dispatchEvent(new Event('hashchange'));
    await waitFor(() => expect(rounds.getAttribute('aria-expanded')).toBe('true'));
  });

  it('closes the menu once a page is chosen', async () => {
    show();
    const menu = await screen.findByRole('button', { name: 'Menu' });
    const site = screen.getByRole('navigation', { name: 'Site' });
    await userEvent.click(menu);
    expect([menu.getAttribute('aria-expanded'), site.dataset['open']]).toEqual(['true', 'true']);
    await userEvent.click(within(site).getByRole('link', { name: 'Glossary' }));
    expect([menu.getAttribute('aria-expanded'), site.dataset['open']]).toEqual(['false', 'false']);
  });

  it('takes a complete date without Enter', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: /choose another date$/ }));
    const field = screen.getByLabelText('Date of the view', { selector: 'input[type=date]' });
    fireEvent.change(field, { target: { value: '2025-05-02' } });
    await screen.findByText(/^As it stood on 2 May 2025/);
  });

  it('has one line of time controls that opens', async () => {
    show();
    const date = await screen.findByRole('button', {
      name: /^20 April 2025.*: choose another date$/,
    });
    expect(screen.queryByRole('slider')).toBeNull();
    await userEvent.click(date);
    expect(screen.getByRole('slider', { name: 'Date of the view' })).toBeTruthy();
    expect(screen.getByRole('slider', { name: 'What the public could know' })).toBeTruthy();
  });
});
