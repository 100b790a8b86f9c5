/** The words of docs/glossary.md that readers of the dashboard meet, for its page. */
import { readFileSync } from 'node:fs';

/** Sections for people; the others are for those who work on the code. */
const SECTIONS = ['On the pages', 'Events and time', 'Domain'];

/**
 * The sections with their words. Constants of the schema are written as words: `constants` are the
 * values of its enums. Other names of the schema stay between backticks.
 */
export function glossary(constants: ReadonlySet<string>) {
  const text = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');
  const inWords = (meaning: string) =>
    meaning.replace(/`([A-Z][A-Z_]{2,})`|\b[A-Z][A-Z_]{2,}\b/g, (text, quoted?: string) => {
      const code = quoted ?? text;
      return constants.has(code) ? code.toLowerCase().replaceAll('_', ' ') : code;
    });
  return text
    .split(/^## /m)
    .map((section) => {
      const [title = ''] = section.split('\n');
      const rows = [...section.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)]
        .map(([, word = '', meaning = '']) => ({ word, meaning: inWords(meaning) }))
        .filter(({ word }) => word !== 'word' && !/^-+$/.test(word));
      return { title: title.trim(), words: rows };
    })
    .filter(({ title }) => SECTIONS.includes(title));
}
