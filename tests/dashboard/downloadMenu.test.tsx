// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { apa, bibtex } from '../../src/dashboard/features/chart/export/citation.js';
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

describe('a citation of a chart', () => {
  const cited = {
    title: 'Duty of the United States on India',
    view: 'On 28 August 2025, as recorded by 1 June 2026, 10:00 UTC',
    date: '2026-06-01',
    address: 'https://parley.example/negotiation/in-us?at=2025-08-28&knownAt=2026-06-01T10:00:00Z',
  };

  it('in the style of the APA has author, date, title, view and address', () => {
    expect(apa(cited)).toBe(
      'Parley. (2026, June 1). Duty of the United States on India (On 28 August 2025, as recorded by 1 June 2026, 10:00 UTC) [Data set]. https://parley.example/negotiation/in-us?at=2025-08-28&knownAt=2026-06-01T10:00:00Z',
    );
  });

  it('in BibTeX has one entry with its address as it is', () => {
    const entry = bibtex({ ...cited, title: 'Duties & fees' });
    expect(entry).toMatch(/^@misc\{parley-duties-fees-20260601,\n/);
    expect(entry).toContain('title = {{Duties \\& fees}}');
    expect(entry).toContain(`url = {${cited.address}}`);
    expect(entry.split('{')).toHaveLength(entry.split('}').length);
  });
});
