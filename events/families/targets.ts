/** What was to be done by when, and whether it was. */
import { z } from 'zod';
import { define } from '../define.js';
import { edtf, slug, text } from '../envelope.js';

const target = () => slug().describe('The slug by which the target is known.');

const targetKind = z
  .enum(['TARGET', 'DEADLINE', 'LEGAL_LIMIT'])
  .meta({ id: 'TargetKind', description: 'What missing it would mean.' });

const reading = z
  .strictObject({
    due: edtf().describe('When, as they read it.'),
    by: text(300).describe('Who reads it so.'),
  })
  .meta({
    id: 'TargetReading',
    description: 'How one side or outlet reads an ambiguous due date.',
  });

export const targets = {
  TargetSet: define({
    stream: 'negotiation',
    mutation: 'setTarget',
    describe: 'A date was set for something, or moved.',
    data: z.strictObject({
      target: target(),
      what: text(1000).describe('What is to be done.'),
      due: edtf().describe('By when.'),
      kind: targetKind.describe('How binding it is.'),
      readings: z.array(reading).max(50).describe('Competing readings of the date.').optional(),
      value: z.number().describe('The amount aimed at, where there is one.').optional(),
      unit: text(100).describe('The unit of the amount.').optional(),
      track: text(100).describe('The track it belongs to.').optional(),
    }),
    summary: (d) => `Target ${d.target}: ${d.what}, due ${d.due}`,
  }),
  TargetMet: define({
    stream: 'negotiation',
    mutation: 'meetTarget',
    describe: 'A target was reached.',
    data: z.strictObject({ target: target() }),
    summary: (d) => `Target ${d.target} met`,
  }),
  TargetMissed: define({
    stream: 'negotiation',
    mutation: 'missTarget',
    describe: 'A target was declared missed.',
    data: z.strictObject({ target: target() }),
    summary: (d) => `Target ${d.target} missed`,
  }),
};
