/** `parley propose --model-url`: a model that says true and false things, answered from this process. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, lastingDesk, PATIENCE } from './running.js';

const TEXT = 'Trade talks were paused last week. The US imposed a 5 per cent tariff on India.';
const measure = (rate: number) => ({
  type: 'MeasureAdopted',
  stream: 'measure/us-in',
  occurred: { words: 'yesterday' },
  data: { title: 'T', imposedBy: 'US', affects: ['IN'], kind: 'OTHER', rate },
  spans: { 'data.imposedBy': 'US', 'data.affects': 'India', 'data.rate': '5 per cent' },
});

let at: Desk;
let content: string;
const asked: { authorization: string | undefined; body: string }[] = [];
const model = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    asked.push({ authorization: request.headers.authorization, body });
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  });
});

beforeAll(async () => {
  at = lastingDesk();
  writeFileSync(at.path('article.txt'), TEXT);
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
}, PATIENCE.timeout);
afterAll(() => {
  at.remove();
  model.close();
});

const propose = (...more: string[]) => {
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  const words = ['propose', 'article.txt', '--model-url', url, '--dry-run', '--json', ...more];
  return at.run(words, { env: { PARLEY_MODEL_KEY: 'secret' } });
};

describe('a model', PATIENCE, () => {
  it('passes the checks that anyone passes, and its dates are resolved here', async () => {
    const paused = {
      type: 'TalksPaused',
      stream: 'negotiation/x',
      occurred: { words: 'last week' },
      data: { scope: 'ALL' },
      spans: { type: 'paused' },
    };
    content = JSON.stringify({ drafts: [paused, measure(5), measure(6), 'nonsense'] });
    const { status, stdout } = await propose('--day', '2025-11-05');
    expect(status).toBe(0);
    const { proposals, notUnderstood } = JSON.parse(stdout);
    expect(proposals).toMatchObject([
      { type: 'TalksPaused', occurred: '2025-10-27/2025-11-02' },
      { type: 'MeasureAdopted', data: { rate: 5 }, needs: expect.arrayContaining(['occurred']) },
    ]);
    expect(notUnderstood).toHaveLength(2);
    expect(notUnderstood[0].reason).toContain('is 6 per cent, but its words are "5 per cent"');
    const [{ authorization, body }] = asked as [(typeof asked)[number]];
    expect(authorization).toBe('Bearer secret');
    expect(JSON.parse(body)).toMatchObject({ messages: [{}, { role: 'user', content: TEXT }] });
  });

  it('that answers otherwise is refused, and so is a report without its day', async () => {
    content = 'Here are your drafts!';
    const { status, stderr } = await propose('--day', '2025-11-05');
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('did not answer with drafts in JSON'),
    ]);
    expect((await propose()).stderr).toContain('Give the day of the report with --day');
  });
});
