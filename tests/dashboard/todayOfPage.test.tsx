// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { history as record } from './history.js';
import { mockServer } from './mockServer.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('today on the page of a negotiation', () => {
  it('is the day that it is where its days are counted, also on the slider', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-27T00:45:00Z') });
    history.replaceState(null, '', '/negotiation/a-b');
    render(
      <ApiProvider client={mockServer(record('America/New_York')).client}>
        <App />
      </ApiProvider>,
    );
    expect(await screen.findByText('Today, 26 November 2026')).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Date of the view', {
      selector: 'input[type=date]',
    });
    expect(field.value).toBe('2026-11-26');
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Date of the view' });
    expect(Number(slider.value)).toBe(Date.parse('2026-11-26'));
  });
});
