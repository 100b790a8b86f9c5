// @vitest-environment happy-dom
/** Duties of several pairs: side by side on the same axes, or each large, as the reader likes. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { LogHeadProvider } from '../../src/dashboard/api/client/logHead.js';
import { EventCacheProvider } from '../../src/dashboard/api/cache/eventCache.js';
import { Charts } from '../../src/dashboard/features/chart/charts.js';
import { duty, on, RANGE } from './chartFixtures.js';
import { mockServer } from './mockServer.js';

afterEach(cleanup);

function show(...pairs: readonly (readonly [imposedBy: string, on: string])[]) {
  const duties = pairs.map(([imposedBy, goodsOf]) => duty({ imposedBy, on: goodsOf }));
  const props = {
    ...{ at: on('04-10'), knownEvents: [], timeline: [], measures: new Map(), range: RANGE },
    ...{ clocks: { at: null, knownAt: null, publicAt: null, to: null }, embed: null },
    ...{ snapshot: { slug: 'a-b', duties }, move: () => undefined },
  };
  render(
    <ApiProvider client={mockServer({}).client}>
      <LogHeadProvider>
        <EventCacheProvider>
          <Charts {...(props as unknown as ComponentProps<typeof Charts>)} />
        </EventCacheProvider>
      </LogHeadProvider>
    </ApiProvider>,
  );
}

const large = () =>
  screen.getAllByRole('figure').map((each) => within(each).getByRole('heading').textContent);
const small = () =>
  screen.queryAllByRole('button', { pressed: true }).length +
  screen.queryAllByRole('button', { name: /10 %/, pressed: false }).length;

describe('the charts of several pairs', () => {
  it('are large while they are two, and side by side on request', () => {
    show(['US', 'IN'], ['IN', 'US']);
    expect(large()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Show 2 duties side by side' }));
    expect(small()).toBe(2);
    expect(large()).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Show each duty large' }));
    expect(large()).toHaveLength(2);
  });

  it('are side by side while they are more, by imposer; the one chosen is large', () => {
    show(['US', 'IN'], ['US', 'CN'], ['US', 'BR']);
    expect(screen.getByRole('heading', { name: 'Duties of the United States' })).toBeTruthy();
    expect(large()).toEqual(['Duty of the United States on India']);
    fireEvent.click(screen.getByRole('button', { name: /^Brazil/ }));
    expect(large()).toEqual(['Duty of the United States on Brazil']);
    fireEvent.click(screen.getByRole('button', { name: 'Show each duty large' }));
    expect(large()).toHaveLength(3);
  });

  it('offer no choice where there is one', () => {
    show(['US', 'IN']);
    expect(screen.queryByRole('button', { name: /side by side/ })).toBeNull();
  });
});
