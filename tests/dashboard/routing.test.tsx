// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { App } from '../../src/dashboard/app/app.js';
import { routeOf } from '../../src/dashboard/lib/routes.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

describe('a path', () => {
  it.each([
    ['/', { page: 'overview' }],
    ['/duty', { page: 'duty' }],
    ['/proposals', { page: 'proposals' }],
    ['/duty/x', { page: 'unknown', path: '/duty/x' }],
    ['/negotiation/in-us-bta', { page: 'negotiation', slug: 'in-us-bta' }],
    ['/negotiation/a%2Fb', { page: 'negotiation', slug: 'a/b' }],
    ['/negotiation/%E0%A4', { page: 'negotiation', slug: '%E0%A4' }],
    ['/embed/in-us-bta', { page: 'embed', slug: 'in-us-bta' }],
    ['/negotiation', { page: 'unknown', path: '/negotiation' }],
    ['/negotiation/a/b', { page: 'unknown', path: '/negotiation/a/b' }],
  ])('%s names its page', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});

describe('the page', () => {
  const server = () =>
    mockServer({
      Query: { log: () => ({ headPosition: 3, headRecordedAt: '2025-03-01T00:00:00Z' }) },
    });

  it('shows a notice for an unknown path, with a link back', async () => {
    history.replaceState(null, '', '/nowhere');
    render(
      <ApiProvider client={server().client}>
        <App />
      </ApiProvider>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page not found');
    await userEvent.click(screen.getByRole('link', { name: 'Parley' }));
    expect(location.pathname).toBe('/');
  });
});
