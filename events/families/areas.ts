/** Groups of areas and who belongs to them, beyond those that come with Parley. */
import { z } from 'zod';
import { AREA_KINDS } from '../codes/groups.js';
import { define } from '../define.js';
import { area, effectiveTime, text } from '../envelope.js';
import { capital, codeWords } from '../words.js';

const areaKind = z
  .enum(AREA_KINDS)
  .meta({ id: 'AreaKind', description: 'What an area that is no country is.' });

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
    alsoCalled: ['bloc', 'group', 'union', 'customs union', 'territory'],
    data: z.strictObject({
      name: text(300).describe('What it is called.'),
      kind: areaKind.describe('What it is.'),
    }),
    summary: (d) => `Defined: ${d.name} (${codeWords(d.kind)})`,
  }),
  MemberJoined: define({
    stream: 'area',
    mutation: 'recordMemberJoined',
    describe: 'An area became a member of a group.',
    alsoCalled: ['accession', 'joins bloc', 'new member'],
    data: membership('From when it belongs.'),
    summary: (d, w) =>
      `${capital(w.party(d.member))} a member of ${w.names.subject() ?? 'the group'}${w.from(d.effectiveFrom)}`,
  }),
  MemberLeft: define({
    stream: 'area',
    mutation: 'recordMemberLeft',
    describe: 'An area ceased to be a member of a group.',
    alsoCalled: ['leaves bloc', 'exit', 'brexit'],
    data: membership('From when it no longer belongs.'),
    summary: (d, w) =>
      `${capital(w.party(d.member))} no longer a member of ${w.names.subject() ?? 'the group'}${w.from(d.effectiveFrom)}`,
  }),
};
