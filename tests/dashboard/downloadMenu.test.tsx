// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { DownloadMenu } from '../../src/dashboard/features/chart/export/downloadMenu.js';
import { mockServer } from './mockServer.js';

const server = vi.hoisted(() => ({ reachable: false, saved: [] as string[] }));

vi.mock('../../src/dashboard/features/chart/export/take.js', () => ({
  take: (kind: string) => {
    if (!server.reachable) throw new TypeError('Failed to fetch');
    server.saved.push(kind);
  },
}));

afterEach(cleanup);

const show = () => {
  const props = {
    duty: { imposedBy: 'US', on: 'IN' },
    embed: <button type="button">Embed</button>,
  };
  render(
    <ApiProvider client={mockServer({}).client}>
      <DownloadMenu {...(props as unknown as ComponentProps<typeof DownloadMenu>)} />
    </ApiProvider>,
  );
};

describe('the download menu of a chart', () => {
  it('offers images, tables, a citation and what the page adds, in plain words', () => {
    show();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Image (PNG, double size)',
      'Drawing (SVG)',
      'The duty as a table (CSV)',
      'The events as a table (CSV)',
      'Cite',
      'Embed',
    ]);
  });

  it('lays images out for a phone, a column or the page, as chosen', () => {
    show();
    const widths = screen.getAllByRole<HTMLInputElement>('radio');
    const chosen = () =>
      widths.filter(({ checked }) => checked).map((each) => each.labels?.[0]?.textContent);
    expect(widths).toHaveLength(3);
    expect(chosen()).toEqual(['Full width (960 px)']);
    fireEvent.click(screen.getByLabelText('Column (640 px)'));
    expect(chosen()).toEqual(['Column (640 px)']);
  });

  it('shows that a file could not be made, until one is', async () => {
    show();
    fireEvent.click(screen.getByText('Drawing (SVG)'));
    expect(await screen.findByText(/The file could not be created/)).toBeTruthy();
    server.reachable = true;
    fireEvent.click(screen.getByText('The duty as a table (CSV)'));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
    expect(server.saved).toEqual(['duty']);
  });
});
