/** Which names are so alike that one is probably a slip for the other. */
import { describe, expect, it } from 'vitest';
import { similarNames } from '../../events/similarNames.js';

const areSimilar = (added: string, known: string) =>
  similarNames([added], [known]).get(added)?.includes(known) ?? false;

describe('a new name', () => {
  it.each([
    ['one letter of a longer word changed', 'us-reciprocal-in', 'us-reciprokal-in'],
    ['one letter left out', 'us-steel', 'us-stel'],
    ['one letter added', 'us-autos', 'us-auttos'],
    ['two letters swapped', 'in-us-bta', 'in-us-bat'],
    ['the same words in another order', 'in-us-bta', 'us-in-bta'],
    ['a year added', 'in-us-bta', 'in-us-bta-2025'],
    ['a year added and another order', 'in-us-bta', 'bta-2025-us-in'],
  ])('is like one with %s, either way round', (_, one, other) => {
    expect(areSimilar(one, other)).toBe(true);
    expect(areSimilar(other, one)).toBe(true);
  });

  it.each([
    ['a code of another country', 'in-us-fta', 'in-uk-fta'],
    ['a short word of another letter', 'in-us-bta', 'in-us-fta'],
    ['another number', 'us-s301', 'us-s302'],
    ['another year', 'wga-amptp-2023', 'wga-amptp-2026'],
    ['a further word', 'us-steel', 'us-steel-derivatives'],
    ['nothing different', 'us-steel', 'us-steel'],
    ['one year and a word', 'cptpp', 'cptpp-2023'],
  ])('is not like one with %s', (_, one, other) => {
    expect(areSimilar(one, other)).toBe(false);
    expect(areSimilar(other, one)).toBe(false);
  });

  it('is told with all that it is like, in their order', () => {
    const known = ['us-metals', 'eu-metals', 'metals-us-2024', 'us-metal'];
    expect([...similarNames(['metals-us', 'jp-rice'], known)]).toEqual([
      ['metals-us', ['us-metals', 'metals-us-2024']],
    ]);
  });

  it('is found among 20,000 others', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `duty-of-line-${index}-on-goods`);
    expect(similarNames(names, [...names, 'goods-duty-of-line-7-on']).size).toBe(1);
  });
});
