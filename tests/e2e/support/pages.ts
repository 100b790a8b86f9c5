/** Every page and state of the dashboard: where it is, what is there once complete, what is done. */
import type { Locator, Page } from 'playwright-core';

export interface PageState {
  readonly url: string;
  /** An element that is shown once the page is complete. */
  readonly complete: (page: Page) => Locator;
  /** What brings the page into the state. */
  readonly act?: (page: Page) => Promise<void>;
  /** What has to be done again at another width, at which other controls are shown. */
  readonly actAtWidth?: (page: Page) => Promise<void>;
  /** What the server answers; 200 when absent. */
  readonly status?: number;
}

const TITLE = 'India-United States Bilateral Trade Agreement';
const NEGOTIATION = '/negotiation/in-us-bta';
const settled = (page: Page) =>
  page.getByRole('img', { name: /Duty of the United States/ }).first();
const overview = (page: Page) => page.getByText(/agreed on a framework .*6 February 2026/).first();
const stands = (page: Page) => page.getByRole('heading', { name: '26 November 2026' });

/** The dates are folded on a phone; what is known by then is folded elsewhere. */
async function openDates(page: Page): Promise<void> {
  const fold = page.getByRole('button', { name: /choose another date|^All that is known/ });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await page.getByRole('group', { name: 'What counts as known' }).waitFor();
}

export const PAGES = {
  overview: { url: '/', complete: overview },
  table: {
    url: '/?as=table',
    complete: (page) => page.getByRole('table').first(),
  },
  map: { url: '/?as=map', complete: (page) => page.getByText(/imposes measures in force/) },
  search: {
    url: '/?q=reciprocal',
    complete: (page) => page.getByRole('link', { name: 'Reciprocal tariff on India' }).first(),
  },
  negotiation: { url: NEGOTIATION, complete: settled },
  'many parties': {
    url: '/negotiation/cptpp',
    complete: (page) => page.getByRole('table', { name: /^Parties to/ }).first(),
  },
  'no countries': {
    url: '/negotiation/wga-amptp-2023',
    complete: (page) => page.getByText(/Newest event/).first(),
  },
  past: { url: `${NEGOTIATION}?at=2025-08-28&publicAt=2025-09-01`, complete: settled },
  'before it began': {
    url: `${NEGOTIATION}?at=2024-01-01`,
    complete: (page) => page.getByText(/had not begun/),
  },
  'no date': {
    url: `${NEGOTIATION}?at=garbage`,
    complete: (page) => page.getByText(/is not understood as a date/),
  },
  compare: {
    url: `${NEGOTIATION}?at=2025-08-28&compare=1`,
    complete: (page) => page.getByRole('heading', { name: /^All differences \d+/ }),
  },
  why: {
    url: NEGOTIATION,
    complete: settled,
    act: async (page) => {
      await page.getByRole('button', { name: '10 %', exact: true }).first().click();
      await page.getByRole('dialog').getByRole('article').first().waitFor();
    },
  },
  dates: { url: NEGOTIATION, complete: settled, act: openDates, actAtWidth: openDates },
  entry: {
    url: NEGOTIATION,
    complete: settled,
    act: async (page) => {
      await page.getByRole('button', { name: 'Enter an event' }).first().click();
      await page.getByRole('dialog').first().waitFor();
    },
  },
  desk: {
    url: '/duty?imposedBy=US&on=IN&hs=7208&at=2025-08-27&value=50000+USD',
    complete: (page) => page.getByRole('row', { name: /= 50 %/ }),
  },
  proposals: { url: '/proposals', complete: (page) => page.getByRole('heading', { level: 1 }) },
  event: {
    url: '/events/01a20246-4790-759f-b7e5-b9194c63e416',
    complete: (page) => page.getByText(/Duty of the United States on India: .*25 %/),
  },
  measure: { url: '/measures/us-recip-in', complete: stands },
  party: { url: '/parties/IN', complete: stands },
  chronicle: {
    url: `${NEGOTIATION}/chronicle`,
    complete: (page) => page.getByRole('heading', { name: /June 2026/ }).first(),
  },
  recorded: { url: '/chronicle?order=recorded', complete: (page) => page.getByText(/Record 245,/) },
  glossary: { url: '/glossary', complete: (page) => page.getByText('ad valorem', { exact: true }) },
  card: { url: '/embed/in-us-bta', complete: (page) => page.getByRole('link', { name: TITLE }) },
  chart: { url: '/embed/in-us-bta/duty', complete: settled },
  unknown: {
    url: '/negotiation/nowhere',
    complete: (page) => page.getByText(/There is no negotiation named/),
    status: 404,
  },
  'not on record': {
    url: '/measures/nowhere',
    complete: (page) => page.getByRole('heading', { name: 'Not on record' }),
    status: 404,
  },
} as const satisfies Readonly<Record<string, PageState>>;

export type PageName = keyof typeof PAGES;

export const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[];
