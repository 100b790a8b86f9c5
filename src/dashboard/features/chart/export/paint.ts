/** The colours of a chart: those of the page by custom property, and for files by value. */
import type { Paint } from './svg.js';

/** Follows the scheme of the page. */
export const PAGE_PAINT: Paint = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  accent: 'var(--accent)',
  warn: 'var(--warn)',
  other: 'var(--imagined)',
  good: 'var(--good)',
};

/** The same by value: as in `ui/style`, which a test compares. */
export const LIGHT_PAINT: Paint = {
  paper: '#fcfcfa',
  ink: '#1b1d21',
  soft: '#565b63',
  line: '#dbdbd4',
  accent: '#0b5c8a',
  warn: '#84480a',
  other: '#6a3ba3',
  good: '#1d6a34',
};

export const DARK_PAINT: Paint = {
  paper: '#14161a',
  ink: '#e8e8e4',
  soft: '#a6acb5',
  line: '#343941',
  accent: '#7cc1ec',
  warn: '#e9ae6a',
  other: '#c3a3ee',
  good: '#7fcf95',
};
