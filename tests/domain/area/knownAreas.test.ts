import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../../events/catalogue.js';
import { knownAreas } from '../../../src/domain/area/knownAreas.js';
import { KnowledgeView } from '../../../src/domain/streamState/knowledgeView.js';
import { emptyStreamState, fold } from '../../../src/domain/streamState/streamState.js';

let position = 0;
const event = (type: string, data: object, more: object = {}) => {
  position += 1;
  return {
    id: `0195b3c0-0000-7000-8000-${String(position).padStart(12, '0')}`,
    stream: 'area/CAIRNS',
    also: [],
    type,
    occurred: '2031-01-01',
    data,
    sources: [{ kind: 'OFFICIAL', published: '2031-01-01' }],
    certainty: 'REPORTED',
    recordedAt: '2031-01-02T00:00:00.000Z',
    recorded: Date.UTC(2031, 0, 1 + position),
    position,
    revision: position,
    hash: '',
    ...more,
  } as unknown as AnyEvent;
};
const at = Date.UTC(2031, 5, 1);
const areas = (events: readonly AnyEvent[], cutoff = {}) =>
  knownAreas([new KnowledgeView(fold(emptyStreamState('area/CAIRNS'), events), cutoff)]);

describe('the areas that a log knows', () => {
  const joined = event('MemberJoined', { member: 'AU', effectiveFrom: '2031-02-01' });

  it('are those that come with Parley, and those of its area streams', () => {
    const register = areas([event('AreaDefined', { name: 'Cairns', kind: 'LIST' }), joined]);
    expect(register.name('CAIRNS')).toBe('Cairns');
    expect(register.isMember('AU', 'CAIRNS', at)).toBe(true);
    expect(register.isMember('DE', 'EU', at)).toBe(true);
  });

  it('follow a correction and a retraction', () => {
    const data = { member: 'NZ', effectiveFrom: '2031-02-01' };
    const corrected = event('EventCorrected', { event: joined.id, reason: 'x', data });
    const retracted = event('EventRetracted', { event: joined.id, reason: 'x' });
    expect(areas([joined, corrected]).membersOf('CAIRNS', at)).toEqual(['NZ']);
    expect(areas([joined, retracted]).membersOf('CAIRNS', at)).toEqual([]);
  });

  it('are those known at the time asked about', () => {
    const before = joined.recorded - 1;
    expect(areas([joined], { knownAt: before }).membersOf('CAIRNS', at)).toEqual([]);
    expect(areas([joined], { knownAt: joined.recorded }).membersOf('CAIRNS', at)).toEqual(['AU']);
  });

  it('are not changed by an event that another stream only mentions them in', () => {
    const elsewhere = { ...joined, stream: 'area/QUAD', also: ['area/CAIRNS'] } as AnyEvent;
    expect(areas([elsewhere]).membersOf('CAIRNS', at)).toEqual([]);
  });
});
