// @vitest-environment happy-dom
import { cleanup, configure, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { by, show } from './whyPage.js';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const measure = (over: object) => ({
  slug: 'us-y',
  title: 'A measure',
  imposedBy: 'US',
  affects: ['IN'],
  exceptFor: [],
  kind: null,
  form: 'IMPORT_DUTY',
  status: 'IN_FORCE',
  certainty: 'CERTAIN',
  rate: null,
  expression: null,
  announcedRate: null,
  endedHow: null,
  lawful: true,
  pending: [],
  setBy: by('announced'),
  terms: [
    {
      rate: null,
      expression: null,
      from: '2025-04-04T00:00:00.000Z',
      until: null,
      status: 'IN_FORCE',
      setBy: by('announced'),
      ...over,
    },
  ],
  ...over,
});
const OTHERS = 'Other than import duties';
const region = async (name: string) =>
  screen.findByRole('region', { name: new RegExp(`^${name}`) });

describe('the measures of a page', () => {
  it.each([
    ['EXPORT_CONTROL', 'Export control', 'exports need a permit'],
    ['EXPORT_BAN', 'Export ban', 'exports are banned'],
    ['IMPORT_BAN', 'Import ban', 'imports are banned'],
    ['QUOTA', 'Quota', 'imports are limited in quantity'],
    ['LICENCE', 'Licence', 'imports need a licence'],
    ['SANCTION', 'Sanction', 'dealings are banned'],
  ])(
    'have %s in a section of its own, with status and terms in words',
    async (form, name, does) => {
      show({ snapshot: { measures: [measure({ form })] } });
      const text = (await region(OTHERS)).textContent.replaceAll(/\s+/g, ' ');
      expect(text).toContain(`in force ${name}; the United States on India`);
      expect(text).toContain(`4 April 2025 on: ${does}`);
      expect(text).not.toMatch(/\d %|not on record/);
    },
  );

  it('tell what a fee takes, and that an amended one is suspended', async () => {
    const fee = measure({ form: 'FEE', expression: '50 USD/NTT', status: 'SUSPENDED' });
    show({ snapshot: { measures: [fee] } });
    expect((await region(OTHERS)).textContent).toContain('on: 50 USD/NTT, suspended');
  });

  it.each(['IMPORT_DUTY', 'ANTIDUMPING_DUTY', 'COUNTERVAILING_DUTY'])(
    'have %s among the measures that enter the duty',
    async (form) => {
      show({ snapshot: { measures: [measure({ form, expression: '7 INR/kg' })] } });
      const card = within(await region('Measures')).getByRole('article');
      expect(card.textContent).toContain('7 INR/kg');
      expect(screen.queryByRole('region', { name: new RegExp(OTHERS) })).toBeNull();
    },
  );

  it('name who is left out, and a schedule as such', async () => {
    const scheduled = measure({ affects: ['*'], exceptFor: ['CA', 'MX'] });
    show({ snapshot: { measures: [scheduled] } });
    const { textContent } = await region('Measures');
    expect(textContent).toContain('the United States on all countries except Canada, Mexico');
    expect(textContent).toContain('by its schedule of HS codes');
  });
});
