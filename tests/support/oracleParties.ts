/** The naive oracle on who negotiates, under which title, at an instant. */
import { moment } from '../../events/time/bounds.js';
import type { Bounds } from '../../events/time/edtf.js';
import type { OracleFact, OracleStream } from './oracle.js';

/** Something that takes effect, and from when. */
export interface OracleEffect {
  readonly fact: OracleFact;
  /** EDTF. */
  readonly since: string;
  readonly bounds: Bounds;
  readonly order: number;
}

/** When what an event says takes effect: what it says of it itself, else when it occurred. */
export function effectOf(oracle: OracleStream, fact: OracleFact): OracleEffect {
  const since: string = fact.data.effectiveFrom ?? fact.occurred;
  const zone = fact.event.timeZone ?? oracle.zone;
  const isSaid = fact.data.effectiveFrom !== undefined;
  const { min, max } = isSaid ? moment(since, zone) : oracle.written(fact);
  const bounds = oracle.sinceLaunch(fact, { min, max });
  // Of unknown start: as late as the question allows, after all else.
  const late = Math.min(max, bounds.min <= oracle.question.at ? oracle.question.at + 0.5 : max);
  return { fact, since, bounds, order: min === -Infinity ? late : min };
}

/** Everything of these types, in the order in which it takes effect. */
export const effects = (oracle: OracleStream, types: readonly string[]): readonly OracleEffect[] =>
  oracle.facts
    .filter(({ type }) => types.includes(type))
    .map((fact) => effectOf(oracle, fact))
    .sort((a, b) => a.order - b.order || a.fact.event.position - b.fact.event.position);

/** Title and parties at an instant: each launch sets both anew, in order of time. */
export function partiesAt(oracle: OracleStream, at: number) {
  const told = effects(oracle, [
    'NegotiationLaunched',
    'NegotiationRenamed',
    'PartyJoined',
    'PartyLeft',
  ]);
  const launches = told.filter(({ fact }) => fact.type === 'NegotiationLaunched');
  const happened = told.filter(({ bounds }) => bounds.min <= at);
  const launched = happened.some(({ fact }) => fact.type === 'NegotiationLaunched');
  // Before the first launch, those who are to be parties are shown.
  const story = launched ? happened : [...launches.slice(0, 1), ...happened];
  let title = oracle.stream.split('/')[1]!;
  let codes: string[] = [];
  for (const { fact } of story) {
    const { data } = fact;
    if (data.title !== undefined) title = data.title;
    if (fact.type === 'NegotiationLaunched') codes = [...data.parties];
    if (fact.type === 'PartyLeft') codes = codes.filter((code) => code !== data.party);
    if (fact.type === 'PartyJoined' && !codes.includes(data.party)) codes.push(data.party);
  }
  return { title, codes };
}
