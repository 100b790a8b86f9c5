import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, lastingDesk, PATIENCE, RECORD } from './running.js';

let at: Desk;

const ARTICLE =
  'Trade talks between India and the US were paused on 3 June 2025.\n' +
  'Tariffs were mentioned on 4 June 2025.\n';

const draft = {
  type: 'TalksPaused',
  stream: 'negotiation/in-us-bta',
  occurred: '2025-06-03',
  data: { scope: 'ALL' },
  spans: { occurred: '3 June 2025', type: 'paused' },
};

beforeAll(async () => {
  at = lastingDesk();
  await at.parley('import', ...RECORD);
  writeFileSync(at.path('article.txt'), ARTICLE);
  writeFileSync(at.path('drafts.jsonl'), `${JSON.stringify(draft)}\n`);
  writeFileSync(
    at.path('wrong.jsonl'),
    `${JSON.stringify(draft)}\n${JSON.stringify({ ...draft, occurred: '2025-06-04' })}\n`,
  );
}, PATIENCE.timeout);

afterAll(() => at.remove());

describe('parley propose', PATIENCE, () => {
  it('reads a report, shows each draft with its words, and names what it did not understand', async () => {
    const { status, stdout, stderr } = await at.parley('propose', 'article.txt', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('TalksPaused');
    expect(stdout).toContain('2025-06-03 “3 June 2025”');
    expect(stdout).toMatch(/Not understood\n- Tariffs were mentioned on 4 June 2025\./);
    expect(stderr).toContain('1 event would be proposed. Nothing was kept.');
  });

  it('points out a new negotiation that is named like one on record', async () => {
    const astray = { ...draft, stream: 'negotiation/us-in-bta' };
    writeFileSync(at.path('astray.jsonl'), `${JSON.stringify(astray)}\n`);
    const words = ['--text', 'article.txt', '--day', '2025-06-05', '--dry-run'];
    const { stdout } = await at.parley('propose', 'astray.jsonl', ...words);
    expect(stdout).toContain('to check: "us-in-bta" is a new negotiation, named like "in-us-bta".');
  });

  it('prints drafts as JSON, with spans of the text', async () => {
    const { stdout } = await at.parley('propose', 'article.txt', '--dry-run', '--json');
    const { proposals } = JSON.parse(stdout);
    expect(proposals).toMatchObject([
      { type: 'TalksPaused', stream: 'negotiation/in-us-bta', occurred: '2025-06-03' },
    ]);
    const [[start, end]] = proposals[0].spans.occurred;
    expect(ARTICLE.slice(start, end)).toBe('3 June 2025');
  });

  it('keeps drafts that a file has, with the text they rest on', async () => {
    const words = ['--text', 'article.txt', '--day', '2025-06-05', '--by', 'asha', '--json'];
    const { status, stdout } = await at.parley('propose', 'drafts.jsonl', ...words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).proposals).toMatchObject([
      {
        status: 'PENDING',
        proposedBy: 'asha',
        sources: [{ published: '2025-06-05', kind: 'PRESS' }],
        spans: { type: [[ARTICLE.indexOf('paused'), ARTICLE.indexOf('paused') + 6]] },
      },
    ]);
  });

  it('refuses all of a file for one draft that differs from its words, and names it', async () => {
    const { status, stdout, stderr } = await at.parley(
      'propose',
      'wrong.jsonl',
      '--text',
      'article.txt',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('drafts[1].occurred is 2025-06-04, which "3 June 2025" does not say');
  });

  it.each([
    [['missing.txt'], /missing\.txt cannot be read/],
    [['article.txt', '--day', 'soon'], /day is not a day, such as 2025-11-05/],
  ])('refuses %j', async (words, reason) => {
    const { status, stderr } = await at.parley('propose', ...words);
    expect(status).toBe(1);
    expect(stderr).toMatch(reason);
  });
});
