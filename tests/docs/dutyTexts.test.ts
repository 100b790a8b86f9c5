/** The table of duties in text, as the page on how to enter one shows them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expressionText } from '../../events/duty/expressionText.js';
import { parseExpression } from '../../events/duty/parseExpression.js';
import { parseEvent } from '../../events/parse.js';

const page = readFileSync(new URL('../../docs/how-do-i.md', import.meta.url), 'utf8');
const [, section = ''] = page.split('## … enter a duty that is no percentage?');
const rows = [...section.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\|$/gm)];

describe('the page on duties in text', () => {
  it.each(rows.map(([, text = '', shown = '']) => [text, shown]))(
    'shows %s as %s',
    (text, shown) => {
      const parsed = parseExpression(text);
      expect(parsed.ok && expressionText(parsed.duty, { cents: true })).toBe(shown);
    },
  );

  it('has a table and an event that is taken', () => {
    expect(rows.length).toBeGreaterThan(5);
    const [, line = ''] = /```jsonl\n(.+)\n```/.exec(section) ?? [];
    expect(parseEvent(JSON.parse(line))).toMatchObject({ ok: true });
  });
});
