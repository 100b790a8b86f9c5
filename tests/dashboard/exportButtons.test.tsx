// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportButtons } from '../../src/dashboard/features/chart/export/exportButtons.js';

const server = vi.hoisted(() => ({ reachable: false, saved: [] as string[] }));

vi.mock('../../src/dashboard/features/chart/export/download.js', () => ({
  get saveCsv() {
    if (!server.reachable) throw new TypeError('Failed to fetch');
    return (name: string) => server.saved.push(name);
  },
  savePng: () => undefined,
  saveSvg: () => undefined,
  viewOf: () => '',
}));

afterEach(cleanup);

describe('a chart download while the server is unreachable', () => {
  it('shows that it failed, until it succeeds', async () => {
    const props = { drawing: { current: null }, duty: { imposedBy: 'US', on: 'IN' } };
    render(<ExportButtons {...(props as unknown as ComponentProps<typeof ExportButtons>)} />);
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.click(screen.getByText('CSV'));
    expect(await screen.findByText(/The file could not be created/)).toBeTruthy();
    server.reachable = true;
    fireEvent.click(screen.getByText('CSV'));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
    expect(server.saved).toEqual(['duty-US-on-IN']);
  });
});
