/** Groups of areas and who belongs to them, beyond those that come with Parley. */
import { z } from 'zod';
import { areaKind } from '../codes/groups.js';
import { define } from '../define.js';
import { area, effectiveTime, text } from '../envelope.js';

const membership = (when: string) =>
  z.strictObject({
    member: area().describe('Whose membership it is.'),
    effectiveFrom: effectiveTime().describe(when),
  });

export const areas = {
  AreaDefined: define({
    stream: 'area',
    mutation: 'defineArea',
    describe: 'A group or territory was given a name.',
    data: z.strictObject({
      name: text(300).describe('What it is called.'),
      kind: areaKind.describe('What it is.'),
    }),
    summary: (d) => `Defined: ${d.name} (${d.kind.toLowerCase().replaceAll('_', ' ')})`,
  }),
  MemberJoined: define({
    stream: 'area',
    mutation: 'recordMemberJoined',
    describe: 'An area became a member of a group.',
    data: membership('From when it belongs.'),
    summary: (d) => `${d.member} a member from ${d.effectiveFrom}`,
  }),
  MemberLeft: define({
    stream: 'area',
    mutation: 'recordMemberLeft',
    describe: 'An area ceased to be a member of a group.',
    data: membership('From when it no longer belongs.'),
    summary: (d) => `${d.member} no longer a member from ${d.effectiveFrom}`,
  }),
};
