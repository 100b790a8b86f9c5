/** The pages of the record by path, and the filters of the chronicle as the URL holds them. */
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../events/catalogue.js';
import { filterOf, searchWith, textsOf } from '../../src/dashboard/features/record/filters.js';
import { KINDS, toldAs } from '../../src/dashboard/features/record/kinds.js';
import { anchorOf, TERMS } from '../../src/dashboard/lib/terms.js';
import glossary from '../../src/dashboard/generated/glossary.json';
import {
  chroniclePath,
  eventPath,
  measurePath,
  partyPath,
  routeOf,
  streamPath,
} from '../../src/dashboard/lib/routes.js';
import { findingWords } from '../../src/dashboard/lib/words/findingWords.js';
import { dataWords } from '../../src/dashboard/lib/words/dataWords.js';

describe('a page of the record', () => {
  it.each([
    [eventPath('01a2'), { page: 'event', id: '01a2' }],
    [measurePath('us-tin'), { page: 'measure', slug: 'us-tin' }],
    [partyPath('x-wga'), { page: 'party', code: 'x-wga' }],
    [chroniclePath(null), { page: 'chronicle' }],
    [chroniclePath('in-us'), { page: 'chronicleOf', slug: 'in-us' }],
    [streamPath('measure/us-tin'), { page: 'measure', slug: 'us-tin' }],
    [streamPath('negotiation/in-us'), { page: 'negotiation', slug: 'in-us' }],
    [streamPath('rulebook/US'), { page: 'party', code: 'US' }],
    ['/glossary', { page: 'glossary' }],
    ['/events', { page: 'unknown', path: '/events' }],
    ['/events/01a2/more', { page: 'unknown', path: '/events/01a2/more' }],
    ['/negotiation/in-us/elsewhere', { page: 'unknown', path: '/negotiation/in-us/elsewhere' }],
  ])('is at %s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});

describe('an entry of the chronicle', () => {
  it('is marked as a measure where it changes one', () => {
    expect(toldAs('MeasureAmended')).toBe('Measure');
    expect(toldAs('RoundHeld')).toBeNull();
    expect(toldAs('RoundScheduled')).toBe('Plan');
  });
});

describe('a filter of the chronicle', () => {
  it('has every event type under one kind', () => {
    const types = Object.values(KINDS).flatMap((kind) => kind.types);
    expect([...types].sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('is what the URL says, and ignores what no filter takes', () => {
    const search = '?kind=statements&party=EU&certainty=disputed&q=steel&order=recorded';
    expect(filterOf(textsOf(search))).toEqual({
      types: KINDS['statements']?.types,
      party: 'EU',
      certainty: ['DISPUTED'],
      text: 'steel',
    });
    expect(filterOf(textsOf('?kind=toString&party=some+one&certainty=perhaps&about=x'))).toEqual(
      {},
    );
  });

  it('leaves the rest of the URL as it is', () => {
    expect(searchWith('?at=2025-01-01&kind=talks', { kind: '', q: 'tin' })).toBe(
      '?at=2025-01-01&q=tin',
    );
    expect(searchWith('?kind=talks', { kind: '' })).toBe('');
  });
});

describe('the glossary of the page', () => {
  it('explains every word that links to it, once', () => {
    const anchors = glossary.flatMap(({ title, words }) => [
      anchorOf(title),
      ...words.map(({ word }) => anchorOf(word)),
    ]);
    expect(TERMS.filter((term) => !anchors.includes(anchorOf(term)))).toEqual([]);
    expect(anchors.filter((anchor, i) => anchors.indexOf(anchor) !== i)).toEqual([]);
    const onThePages = glossary[0]?.words.map(({ word }) => word) ?? [];
    expect(TERMS.filter((term) => !onThePages.includes(term))).toEqual([]);
  });

  it('has the words of people, and writes no constant', () => {
    expect(glossary.map(({ title }) => title)).toEqual([
      'On the pages',
      'Events and time',
      'Domain',
    ]);
    const words = glossary.flatMap((section) => section.words);
    expect(words.length).toBeGreaterThan(50);
    for (const { meaning } of words) expect(meaning).not.toMatch(/\b[A-Z]+_[A-Z]+\b|CONFIRMED/);
  });
});

describe('a value of several parts', () => {
  it('is told in words, not as data', () => {
    expect(dataWords('valueShare', { exceptOf: ['US'], of: null })).toBe(
      'except of the United States',
    );
  });
});

describe('a finding', () => {
  it.each([
    [
      'No target "first-tranche" was set before it was met or missed. Enter TargetSet, or correct the slug.',
      'No target “first tranche” was set before it was met or missed. Enter “Target set”, or correct the slug.',
    ],
    [
      'Duty on tin was announced on 2025-04-02 and no legal act is recorded. Enter MeasureAdopted with its instrument, or MeasureEnded as WITHDRAWN.',
      'Duty on tin was announced on 2 April 2025 and no legal act is recorded. Enter “Measure adopted” with its instrument, or “Measure ended” as withdrawn.',
    ],
    [
      'Reports date NegotiationLaunched 2025-02-13 and 2025-03. Retract the wrong one.',
      'Reports date “Negotiation launched” 13 February 2025 and March 2025. Retract the wrong one.',
    ],
  ])('is told in words: %s', (message, words) => {
    expect(findingWords(message)).toBe(words);
  });
});
