import { describe, expect, it } from 'vitest';
import { apa, bibtex } from '../../src/dashboard/lib/words/sources/citation.js';
import { sentence } from '../../src/dashboard/lib/words/sentence.js';

describe('a citation', () => {
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

  it.each([
    ['The pause ended.', 'The pause ended'],
    ['Talks with the U.S.', 'Talks with the U.S.'],
    ['Nothing further ...', 'Nothing further ...'],
    ['Is it over?', 'Is it over?'],
  ])('takes %s for its title with no mark doubled', (title, cites) => {
    expect(apa({ ...cited, title })).toContain(`. ${cites} (On 28 August`);
    expect(bibtex({ ...cited, title })).toContain(`title = {{${cites}}}`);
  });

  it('in BibTeX escapes every sign that TeX reads as a command, once', () => {
    const title = 'A {set} of 25 % & $5 #1 a_b ~x ^y \\z';
    expect(bibtex({ ...cited, title })).toContain(
      'title = {{A \\{set\\} of 25 \\% \\& \\$5 \\#1 a\\_b \\textasciitilde{}x \\textasciicircum{}y \\textbackslash{}z}}',
    );
  });

  it('in BibTeX leaves no brace in the address, which would end the field', () => {
    const entry = bibtex({ ...cited, address: 'https://parley.example/duty?hs={7208}' });
    expect(entry).toContain('url = {https://parley.example/duty?hs=%7B7208%7D}');
  });
});

describe('a sentence', () => {
  it.each([
    ['Round 5 held', 'Round 5 held.'],
    ['It ended.', 'It ended.'],
    ['He said “no deal.”', 'He said “no deal.”'],
    ['It ended (for now)', 'It ended (for now).'],
    ['Why?', 'Why?'],
  ])('made of %s has one mark at its end', (text, made) => expect(sentence(text)).toBe(made));
});
