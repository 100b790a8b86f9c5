import { expect, it } from 'vitest';
import { machineNames } from '../support/machineNames.js';
import { proseFaults } from '../support/prose.js';
import { PAGE_NAMES, PAGES, type PageState } from './support/pages.js';
import { inBrowser } from './support/session.js';
import { unfold, visibleProse } from './support/visibleProse.js';

const NAMES = machineNames();

inBrowser('a page', (session) => {
  it.each(PAGE_NAMES)(
    'says all it says in words, with no slug, constant, code, raw date or asterisk: %s',
    async (name) => {
      const state: PageState = PAGES[name];
      const { page } = await session().open(state.url);
      await state.complete(page).waitFor();
      await state.act?.(page);
      if (!state.act) await unfold(page);
      const texts = await visibleProse(page);
      expect(texts.length).toBeGreaterThan(4);
      const faults = texts.flatMap((text) =>
        proseFaults(text, NAMES).map((fault) => `${fault} in “${text.slice(0, 200)}”`),
      );
      expect([...new Set(faults)]).toEqual([]);
    },
  );
});
