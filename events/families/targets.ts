/** Targets: due dates set, met and missed. */
import { z } from 'zod';
import { define } from '../define.js';
import { edtf, slug, text } from '../envelope.js';

const target = () => slug().describe('The slug of the target.');

const targetKind = z
  .enum(['TARGET', 'DEADLINE', 'LEGAL_LIMIT'])
  .meta({ id: 'TargetKind', description: 'How binding a target is.' });

const reading = z
  .strictObject({
    due: edtf().describe('The due date by that reading.'),
    by: text(300).describe('Who reads the date so.'),
  })
  .meta({
    id: 'TargetReading',
    description: 'How one side or outlet reads an ambiguous due date.',
  });

export const targets = {
  TargetSet: define({
    stream: 'negotiation',
    mutation: 'setTarget',
    describe: 'A due date was set for a target, or moved.',
    alsoCalled: [
      'deadline',
      'due date',
      'goal',
      'target',
      'by',
      'extension',
      'delay',
      'moved',
      'date',
      'ultimatum',
      'expected',
      'due',
    ],
    data: z.strictObject({
      target: target(),
      what: text(1000).describe('What is to be done.'),
      due: edtf().describe('The due date.'),
      kind: targetKind.describe('How binding it is.'),
      readings: z.array(reading).max(50).describe('Competing readings of the due date.').optional(),
      value: z.number().describe('The target value, where there is one.').optional(),
      unit: text(100).describe('The unit of the value.').optional(),
      track: text(100).describe('The track it belongs to.').optional(),
    }),
    summary: (d, w) => `Target set: ${d.what}, due ${w.date(d.due)}`,
  }),
  TargetMet: define({
    stream: 'negotiation',
    mutation: 'meetTarget',
    describe: 'A target was met.',
    alsoCalled: ['deadline met', 'done', 'achieved', 'reached', 'kept'],
    data: z.strictObject({ target: target() }),
    summary: (d, w) => `Target met: ${w.target(d.target)}`,
  }),
  TargetMissed: define({
    stream: 'negotiation',
    mutation: 'missTarget',
    describe: 'A target was declared missed.',
    alsoCalled: ['deadline missed', 'failed', 'expired', 'lapsed', 'overdue'],
    data: z.strictObject({ target: target() }),
    summary: (d, w) => `Target missed: ${w.target(d.target)}`,
  }),
};
