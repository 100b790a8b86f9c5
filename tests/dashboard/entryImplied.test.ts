// @vitest-environment happy-dom
/** What a form fills in from what was entered, and what it remembers for that. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { datesOverlap } from '../../src/dashboard/features/entry/fields/plannedRounds.js';
import { setValueAt, valueAt } from '../../src/dashboard/features/entry/model/formPaths.js';
import { eventTypeOf } from '../../src/dashboard/features/entry/model/formSchema.js';
import type { FormValues } from '../../src/dashboard/features/entry/model/formValues.js';
import {
  type FormKnowledge,
  impliedValues,
  withImplied,
} from '../../src/dashboard/features/entry/model/implied.js';
import {
  isRemembering,
  remember,
  remembered,
  setRemembering,
} from '../../src/dashboard/features/entry/model/memory.js';
import { measureSlug } from '../../src/dashboard/features/entry/model/slugs.js';

const KNOWLEDGE: FormKnowledge = {
  sources: [
    { publisher: 'The Hindu', kind: 'PRESS', site: 'www.thehindu.com' },
    { publisher: 'Reuters', kind: 'WIRE', site: 'www.reuters.com' },
    { publisher: 'The White House', kind: 'OFFICIAL', site: 'www.whitehouse.gov' },
    { publisher: 'The White House', kind: 'INSTRUMENT', site: 'www.whitehouse.gov' },
    { publisher: 'One', kind: 'PRESS', site: 'shared.example' },
    { publisher: 'Two', kind: 'PRESS', site: 'shared.example' },
  ],
  roles: [{ speaker: 'Piyush Goyal', role: 'Minister of Commerce' }],
  parties: ['IN', 'US'],
  targets: [{ slug: 'first-tranche', what: 'First tranche', kind: 'TARGET', unit: null }],
  agreements: [{ value: 'bta', label: 'The trade agreement' }],
  measures: [{ value: 'us-232-autos', label: 'Duty on cars' }],
};

/** Enters values one after another, by path, and returns what the form then holds. */
function entered(
  type: string,
  entries: readonly (readonly [path: string, value: string])[],
  knowledge = KNOWLEDGE,
) {
  let values: FormValues = {};
  for (const [path, value] of entries)
    values = withImplied(values, setValueAt(values, path, value), path, (each) =>
      impliedValues(eventTypeOf(type), each, knowledge),
    ).values;
  return (path: string) => valueAt(values, path);
}

const [URL_, PUBLISHER, KIND] = ['url', 'publisher', 'kind'].map(
  (name) => `sources[0].${name}`,
) as [string, string, string];

describe('a source', () => {
  it('by its address has the publisher and the kind of others of that site', () => {
    const value = entered('RoundHeld', [[URL_, 'https://www.thehindu.com/a']]);
    expect([value(PUBLISHER), value(KIND)]).toEqual(['The Hindu', 'PRESS']);
  });

  it('follows its address while nothing else was entered', () => {
    const value = entered('RoundHeld', [
      [URL_, 'https://www.thehindu.com/a'],
      [URL_, 'https://www.reuters.com/b'],
    ]);
    expect([value(PUBLISHER), value(KIND)]).toEqual(['Reuters', 'WIRE']);
  });

  it('keeps a publisher and a kind that were entered', () => {
    const value = entered('RoundHeld', [
      [PUBLISHER, 'A paper'],
      [KIND, 'SOCIAL'],
      [URL_, 'https://www.thehindu.com/a'],
    ]);
    expect([value(PUBLISHER), value(KIND)]).toEqual(['A paper', 'SOCIAL']);
  });

  it('has no kind of another one where its publisher has several', () => {
    const value = entered('RoundHeld', [[PUBLISHER, 'The White House']]);
    expect(value(KIND)).toBeUndefined();
  });

  it('loses a kind that was filled in with the publisher that said it', () => {
    const value = entered('RoundHeld', [
      [PUBLISHER, 'The Hindu'],
      [PUBLISHER, 'The White House'],
    ]);
    expect(value(KIND)).toBe('');
  });

  it('has no publisher of a site with several', () => {
    const value = entered('RoundHeld', [[URL_, 'https://shared.example/a']]);
    expect([value(PUBLISHER), value(KIND)]).toEqual([undefined, undefined]);
  });

  it('keeps a value that was taken out, whatever is entered elsewhere', () => {
    const value = entered('RoundHeld', [
      [PUBLISHER, 'The Hindu'],
      [KIND, ''],
      ['data.place', 'Delhi'],
    ]);
    expect(value(KIND)).toBe('');
  });
});

describe('an event', () => {
  it('that moves a target keeps its name and how binding it is', () => {
    const value = entered('TargetSet', [['data.target', 'first-tranche']]);
    expect([value('data.what'), value('data.kind')]).toEqual(['First tranche', 'TARGET']);
  });

  it('that sets a new target names it by what is to be done, and one on record by its own name', () => {
    const named = (...entries: readonly (readonly [string, string])[]) =>
      entered('TargetSet', entries)('data.target');
    expect(named(['data.what', 'Sign the interim deal'])).toBe('sign-the-interim-deal');
    expect(named(['data.what', 'First tranche'])).toBe('first-tranche');
    expect(named(['data.target', 'own'], ['data.what', 'Sign the deal'])).toBe('own');
    expect(named(['data.target', 'first-tranche'], ['data.what', 'The first tranche of it'])).toBe(
      'first-tranche',
    );
  });

  it('about an agreement on record, by its title, names it', () => {
    const agreement = (title: string) =>
      entered('AgreementSigned', [['data.title', title]])('data.agreement');
    expect(agreement('The trade agreement')).toBe('bta');
    expect(agreement('Another one')).toBeUndefined();
  });

  it('has the role of a speaker on record', () => {
    const value = entered('StatementMade', [['data.speaker', 'Piyush Goyal']]);
    expect(value('data.role')).toBe('Minister of Commerce');
  });

  it('of two parties, by one, is on the other', () => {
    const on = (by: string, parties: readonly string[]) =>
      entered('MeasureAdopted', [['data.imposedBy', by]], { ...KNOWLEDGE, parties })(
        'data.affects',
      );
    expect(on('United States', ['IN', 'US'])).toBe('IN');
    expect(on('IN', ['IN', 'US'])).toBe('US');
    expect(on('CA', ['IN', 'US'])).toBeUndefined();
    expect(on('US', ['CA', 'IN', 'US'])).toBeUndefined();
  });

  it('about a measure whose title begins with a party is by that party', () => {
    const by = (title: string) => entered('MeasureAdopted', [['data.title', title]]);
    const value = by('US duty on steel');
    expect([value('data.imposedBy'), value('data.affects')]).toEqual(['US', 'IN']);
    expect(value('stream')).toBe('us-duty-on-steel');
    expect(by('Canada duty on steel')('data.imposedBy')).toBeUndefined();
  });

  it('is filled in with what becomes known after it was entered', () => {
    const values = { data: { target: 'first-tranche', what: '', kind: 'DEADLINE' } };
    const by = (targets: FormKnowledge['targets']) => (each: FormValues) =>
      impliedValues(eventTypeOf('TargetSet'), each, { ...KNOWLEDGE, targets });
    const next = withImplied(values, values, '', by(KNOWLEDGE.targets), by([]));
    expect(next.filled).toEqual(['data.what']);
    expect(valueAt(next.values, 'data.what')).toBe('First tranche');
    expect(valueAt(next.values, 'data.kind')).toBe('DEADLINE');
  });

  it('about a new measure names it by who imposes it and its title', () => {
    const value = entered('MeasureAdopted', [
      ['data.title', 'Duty on medicines'],
      ['data.imposedBy', 'US'],
    ]);
    expect(value('stream')).toBe('us-duty-on-medicines');
  });

  it('about a measure on record, by its title, is filed there', () => {
    const value = entered('MeasureAdopted', [['data.title', 'Duty on cars']]);
    expect(value('stream')).toBe('us-232-autos');
  });

  it('stays with a measure that was named', () => {
    const value = entered('MeasureAdopted', [
      ['stream', 'us-pharma'],
      ['data.title', 'Duty on medicines'],
    ]);
    expect(value('stream')).toBe('us-pharma');
  });
});

describe('the slug of a measure', () => {
  it.each([
    ['US', 'US duty on café chairs', 'us-duty-on-cafe-chairs'],
    ['', 'Duty', 'duty'],
    ['US', '', ''],
    ['US', `Duty on ${'very '.repeat(20)}long things`, `us-duty-on${'-very'.repeat(10)}`],
  ])('imposed by %j as %j is %j', (by, title, slug) => {
    expect(measureSlug(by, title)).toBe(slug);
  });
});

describe('the memory of forms', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  const form: FormValues = {
    sources: [
      { url: 'https://a.example/x', publisher: 'A', kind: 'PRESS' },
      { publisher: 'B' },
      {},
    ],
    data: { speaker: 'A. B.', role: 'Minister' },
  };

  it('has the sources that are complete, with their site, and the role of the speaker', () => {
    remember(form);
    expect(remembered()).toEqual({
      sources: [{ publisher: 'A', kind: 'PRESS', site: 'a.example' }],
      roles: [{ speaker: 'A. B.', role: 'Minister' }],
    });
  });

  it('has the last role of a speaker, and each source once', () => {
    remember(form);
    remember({ ...form, data: { speaker: 'A. B.', role: 'President' } });
    expect(remembered().roles).toEqual([{ speaker: 'A. B.', role: 'President' }]);
    expect(remembered().sources).toHaveLength(1);
  });

  it('is bounded', () => {
    for (let index = 0; index < 120; index += 1)
      remember({ sources: [{ publisher: `Paper ${index}`, kind: 'PRESS' }] });
    expect(remembered().sources).toHaveLength(100);
    expect(remembered().sources[0]?.publisher).toBe('Paper 119');
  });

  it('is emptied when it is refused, and stays empty until it is allowed', () => {
    remember(form);
    setRemembering(false);
    remember(form);
    expect([isRemembering(), remembered().sources]).toEqual([false, []]);
    setRemembering(true);
    remember(form);
    expect([isRemembering(), remembered().sources.length]).toEqual([true, 1]);
  });

  it('is empty where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    remember(form);
    expect(remembered()).toEqual({ sources: [], roles: [] });
  });
});

describe('the dates of a plan', () => {
  it.each([
    ['2026-12-05/2026-12-09', '2026-12-09', true],
    ['2026-12-05/2026-12-09', '2026-12-10', false],
    ['2026-12', '2026-12-30/2027-01-02', true],
    ['2026-12-05/..', '2026-12-06', false],
  ])('%s overlap %s: %s', (plan, date, overlap) => {
    expect(datesOverlap(plan, date)).toBe(overlap);
    expect(datesOverlap(date, plan)).toBe(overlap);
  });
});
