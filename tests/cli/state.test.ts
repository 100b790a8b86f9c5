import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, lastingDesk, PATIENCE, RECORD } from './running.js';

let at: Desk;

beforeAll(async () => {
  at = lastingDesk();
  await at.parley('import', ...RECORD);
}, PATIENCE.timeout);

afterAll(() => at.remove());

/** Whatever lies between two words on a page, line ends too. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('parley state', PATIENCE, () => {
  it('tells how things stood on the day of the article', async () => {
    const { status, stdout, stderr } = await at.parley('state', 'in-us-bta', '--at', '2025-11-05');
    expect([status, stderr]).toEqual([0, '']);
    const page = flat(stdout);
    expect(page).toContain('View 2025-11-05 23:59 (America/New_York)');
    expect(page).toContain('Phase negotiating since 2025-03-26/2025-03-29');
    expect(page).toContain('Activity active since 2025-09-16');
    expect(page).toContain('Rounds 5 reported, 5 counted');
    expect(page).toContain('first-tranche: due window, due 2025-09/2025-11');
    expect(page).toContain('us-russia-oil-in: in force at 25%');
    expect(page).toContain('United States of America on goods of India: 50%');
    expect(page).toContain('10% us-recip-baseline, another stands in its place');
  });

  it('tells what was pending, and what nobody had imposed yet', async () => {
    const { stdout } = await at.parley('state', 'in-us-bta', '--at', '2025-08-10');
    const page = flat(stdout);
    expect(page).toContain('United States of America on goods of India: 25%');
    expect(page).toContain('from 2025-08-27 00:01 50%');
    expect(page).toContain('us-russia-oil-in: pending');
  });

  it('fits a hundred columns and holds no colours when piped', async () => {
    const { stdout } = await at.parley('state', 'in-us-bta');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain('\x1b');
  });

  it('tells who is bound by which agreement since when, and no duties that nobody recorded', async () => {
    const desk = lastingDesk();
    const says = (type: string, occurred: string, data: object) => ({
      stream: 'negotiation/three',
      type,
      occurred,
      certainty: 'INFERRED',
      data,
    });
    const parties = ['NZ', 'SG', 'CL'];
    const [agreement, title] = ['pact', 'Pact of Three'];
    const force = { agreement, mode: 'DEFINITIVE' };
    const lines = [
      says('NegotiationLaunched', '2005-01-01', { title: 'Three', parties: [...parties, 'US'] }),
      says('PartyLeft', '2005-02-01', { party: 'US' }),
      says('AgreementSigned', '2005-06-03', { agreement, title }),
      says('AgreementEnteredIntoForce', '2006-11-08', { ...force, parties: ['CL'] }),
      says('AgreementEnteredIntoForce', '2006-05-28', { ...force, parties: ['SG'] }),
    ];
    writeFileSync(desk.path('a.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
    await desk.parley('import', 'a.jsonl');
    const page = flat((await desk.parley('state', 'three')).stdout);
    desk.remove();
    expect(page).toContain('Between New Zealand (NZ), Singapore (SG) and Chile (CL)');
    expect(page).toContain('(US) 2005-02-01');
    expect(page).toContain('pact: in force since 2006-05-28 Pact of Three');
    expect(page).toContain(
      'definitively from 2006-05-28: SG bound definitively from 2006-11-08: CL',
    );
    expect(page).not.toContain('Duties');
  });

  it('prints JSON with the names of the schema', async () => {
    const args = ['state', 'in-us-bta', '--at', '2025-11-05', '--json'];
    const picture = JSON.parse((await at.parley(...args)).stdout);
    expect(picture).toMatchObject({
      slug: 'in-us-bta',
      view: { at: '2025-11-06T04:59:59.999Z', position: 104 },
      phase: { value: 'NEGOTIATING', setBy: { type: 'RoundHeld' } },
      roundsCompleted: { reported: 5, counted: 5 },
    });
    const duty = picture.duties.find((one: { imposedBy: string }) => one.imposedBy === 'US');
    expect(duty.total).toBe(50);
    expect(duty.layers.map((layer: { measure: { slug: string } }) => layer.measure.slug)).toContain(
      'us-russia-oil-in',
    );
  });

  it('lists what there is when no name is given', async () => {
    const { stdout } = await at.parley('state', '--at', '2025-11-05');
    expect(flat(stdout)).toContain('in-us-bta India-United States Bilateral Trade Agreement');
  });

  it('knows nothing before it was recorded, or before it had begun', async () => {
    for (const clock of ['--known-at', '--at', '--public-at']) {
      const { status, stderr } = await at.parley('state', 'in-us-bta', clock, '2024-01-01');
      expect([status, stderr]).toEqual([1, 'parley: in-us-bta had not begun at this view.\n']);
    }
  });

  it('names those it knows when asked for another', async () => {
    const { status, stdout, stderr } = await at.parley('state', 'us-in-bta');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('in-us-bta');
  });
});
