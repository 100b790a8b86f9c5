// @vitest-environment happy-dom
/** Sharing a page, and what of it is for editors alone. */
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pinnedAddress } from '../../src/dashboard/features/share/shareAddresses.js';
import { show } from './whyPage.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const HEAD = { position: 7, recordedAt: '2025-05-30T12:00:00Z', seenAt: '2025-06-01T09:00:00Z' };

describe('the address of a page as it is now', () => {
  it.each([
    ['/negotiation/a-b', '/negotiation/a-b?at=2025-06-01&knownAt=2025-05-30T12:00:00Z'],
    [
      '/negotiation/a-b?at=2025-04-20',
      '/negotiation/a-b?at=2025-04-20&knownAt=2025-05-30T12:00:00Z',
    ],
    ['/?q=steel', '/?q=steel&at=2025-06-01&knownAt=2025-05-30T12:00:00Z'],
    [
      '/duty?imposedBy=US&on=IN',
      '/duty?imposedBy=US&on=IN&at=2025-06-01&knownAt=2025-05-30T12:00:00Z',
    ],
    ['/events/an-id', '/events/an-id?knownAt=2025-05-30T12:00:00Z'],
    ['/parties/IN?at=2025-04-20&knownAt=2025-05-01', null],
    ['/glossary', null],
    ['/proposals', null],
  ])('says its date and what was recorded: %s', (page, pinned) => {
    const origin = 'https://parley.example';
    expect(pinnedAddress(origin + page, HEAD)).toBe(pinned && origin + pinned);
    expect(pinnedAddress(origin + page, { ...HEAD, recordedAt: null })).toBeNull();
  });
});

describe('the menu for sharing', () => {
  it('copies the address of the page, or that of the page as it is now', async () => {
    show({ search: '?at=2025-04-20' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Share' }));
    await user.click(await screen.findByRole('button', { name: 'Copy link' }));
    await screen.findByText('Copied.');
    expect(await navigator.clipboard.readText()).toBe(location.href);
    await user.click(screen.getByRole('button', { name: 'Copy link to the page as it is now' }));
    expect(await navigator.clipboard.readText()).toMatch(
      /\/negotiation\/a-b\?at=2025-04-20&knownAt=\d{4}-/,
    );
    expect(screen.queryByRole('button', { name: 'Send to …' })).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { name: 'Share this page' })).toBeNull();
  });

  it('offers what the device shares by, where there is such', async () => {
    const shared = vi.fn(() => Promise.resolve());
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator) as object, { share: shared }),
    );
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Share' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Send to …' }));
    expect(shared).toHaveBeenCalledWith({ title: document.title, url: location.href });
  });
});

describe('a page', () => {
  const controls = () => [
    ...screen.queryAllByRole('button', { name: /^(Enter an event|Correct|Retract|Record that)/ }),
    ...screen.queryAllByRole('link', { name: 'Proposals' }),
    ...screen.queryAllByRole('heading', { name: /^To review/ }),
  ];

  it('shows what is for editors to who may write, and to nobody else', async () => {
    show();
    await screen.findByRole('heading', { name: /^To review/ });
    expect(controls().length).toBeGreaterThan(2);
    cleanup();
    show({ viewer: { mayWrite: false, mayPropose: false } });
    await screen.findByRole('link', { name: 'For editors' });
    await screen.findByRole('heading', { name: /^Statements/ });
    expect(controls()).toEqual([]);
  });
});
