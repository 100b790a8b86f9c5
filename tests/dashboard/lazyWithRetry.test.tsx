// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { EntryLauncherProvider } from '../../src/dashboard/features/entry/entryLauncher.js';
import { ErrorBoundary } from '../../src/dashboard/ui/loading/boundary.js';
import { lazyWithRetry } from '../../src/dashboard/ui/loading/lazyWithRetry.js';
import { useOpenEntryForm } from '../../src/dashboard/ui/openEntryForm.js';
import { history as record } from './history.js';
import { mockServer } from './mockServer.js';

configure({ asyncUtilTimeout: 10_000 });

/** Whether the server sends scripts. */
const server = vi.hoisted(() => ({ reachable: true }));

/** What a browser says of a script that did not come. */
const scriptsOf = (module: object) =>
  new Proxy(module, {
    get: (it, key) => {
      if (key === 'default' && !server.reachable) throw new TypeError('Failed to fetch');
      return Reflect.get(it, key) as unknown;
    },
  });

vi.mock('../../src/dashboard/features/entry/entryDialog.js', async (original) =>
  scriptsOf(await original<object>()),
);
vi.mock('../../src/dashboard/features/whatIf/whatIfPanel.js', async (original) =>
  scriptsOf(await original<object>()),
);
vi.mock('../../src/dashboard/features/provenance/panel.js', async (original) =>
  scriptsOf(await original<object>()),
);
vi.mock('../../src/dashboard/features/overview/overviewPage.js', async (original) =>
  scriptsOf(await original<object>()),
);

beforeEach(() => {
  server.reachable = true;
  vi.stubGlobal('fetch', () =>
    server.reachable
      ? Promise.resolve(new Response())
      : Promise.reject(new TypeError('Failed to fetch')),
  );
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const tryAgain = () => fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

describe('a component whose code does not load', () => {
  const Greeting = () => {
    const open = useOpenEntryForm();
    return <button onClick={() => open?.({ kind: 'enter' })}>Open</button>;
  };
  const failing = (times: number) => {
    let left = times;
    const load = vi.fn(() =>
      left-- > 0
        ? Promise.reject(new Error('Unable to preload CSS'))
        : Promise.resolve({ default: ({ name }: { name: string }) => <p>Hello {name}</p> }),
    );
    return { load, Part: lazyWithRetry<{ name: string; onClose?: () => void }>(load) };
  };

  it('shows a notice in its place, and loads on retry', async () => {
    server.reachable = false;
    const { load, Part } = failing(2);
    render(
      <>
        <input aria-label="Typed" defaultValue="kept" />
        <Part name="desk" />
      </>,
    );
    expect(await screen.findByText('This part could not be loaded')).toBeTruthy();
    expect(screen.getByText(/could not be reached/)).toBeTruthy();
    tryAgain();
    expect(screen.getByText('Trying again …')).toBeTruthy();
    await screen.findByText(/could not be reached/);
    tryAgain();
    expect(await screen.findByText('Hello desk')).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(3);
    expect(screen.getByLabelText<HTMLInputElement>('Typed').value).toBe('kept');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('renders at once when it is shown again', async () => {
    const { load, Part } = failing(0);
    const { unmount } = render(<Part name="desk" />);
    await screen.findByText('Hello desk');
    unmount();
    render(<Part name="page" />);
    expect(screen.getByText('Hello page')).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('offers to reload the page when the server has a new version', async () => {
    const { Part } = failing(1);
    render(<Part name="desk" />);
    expect(await screen.findByRole('button', { name: 'Reload the page' })).toBeTruthy();
  });

  it('can be closed when it opens as a dialog', async () => {
    const { Part } = failing(1);
    const onClose = vi.fn();
    render(<Part name="desk" onClose={onClose} />);
    await screen.findByRole('dialog', { name: 'This part could not be loaded' });
    await userEvent.keyboard('{Escape}');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('reloads a style sheet that failed with it', async () => {
    const { Part } = failing(1);
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    document.head.append(sheet);
    sheet.dispatchEvent(new Event('error'));
    render(<Part name="desk" />);
    const again = await waitFor(() => {
      const [link] = document.head.querySelectorAll('link');
      expect(link).not.toBe(sheet);
      return link!;
    });
    again.dispatchEvent(new Event('load'));
    expect(again.dataset['failed']).toBeUndefined();
    again.remove();
    await screen.findByText('This part could not be loaded');
  });

  it('leaves the page unchanged when it is the entry form', async () => {
    server.reachable = false;
    render(
      <ApiProvider client={mockServer(record()).client}>
        <EntryLauncherProvider>
          <Greeting />
        </EntryLauncherProvider>
      </ApiProvider>,
    );
    fireEvent.click(screen.getByText('Open'));
    await screen.findByText('This part could not be loaded');
    expect(screen.getByText('Open')).toBeTruthy();
    server.reachable = true;
    tryAgain();
    expect(await screen.findByText('What happened?')).toBeTruthy();
  });
});

describe('a page whose components do not load', () => {
  const show = async () => {
    history.replaceState(null, '', '/negotiation/a-b?at=2025-04-20');
    render(
      <ApiProvider client={mockServer(record()).client}>
        <App />
      </ApiProvider>,
    );
    await screen.findByRole('button', { name: /have been negotiating since/ });
    server.reachable = false;
  };
  const phaseButton = () => screen.queryByRole('button', { name: /have been negotiating since/ });

  it('stays, and shows what-if when the server is back', async () => {
    await show();
    fireEvent.click(screen.getByText('What if …'));
    await screen.findByText('This part could not be loaded');
    expect(phaseButton()).not.toBeNull();
    server.reachable = true;
    tryAgain();
    expect(await screen.findByLabelText('Search events')).toBeTruthy();
  });

  it('stays, and shows sources when the server is back', async () => {
    await show();
    fireEvent.click(phaseButton()!);
    await screen.findByText('This part could not be loaded');
    expect(phaseButton()).not.toBeNull();
    server.reachable = true;
    tryAgain();
    expect(await screen.findByRole('dialog', { name: 'Phase' })).toBeTruthy();
  });

  it('is shown again after another page failed', async () => {
    await show();
    fireEvent.click(screen.getAllByText('All negotiations')[0]!);
    expect(await screen.findByText('This page could not be loaded')).toBeTruthy();
    expect(screen.getByText('Enter an event')).toBeTruthy();
    history.back();
    await waitFor(() => expect(phaseButton()).not.toBeNull());
  });
});

describe('a page that failed to render', () => {
  it('renders on retry', () => {
    const now = { broken: true };
    const Page = () => {
      if (now.broken) throw new Error('Broken');
      return <p>Drawn</p>;
    };
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    render(
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>,
    );
    consoleError.mockRestore();
    expect(screen.getByText('This page could not be shown')).toBeTruthy();
    now.broken = false;
    tryAgain();
    expect(screen.getByText('Drawn')).toBeTruthy();
  });
});
