/** Where a negotiation of the shipped record stood, in few words. */
import { ask } from './asking.js';

interface Answer {
  readonly negotiation: {
    readonly title: string;
    readonly parties: readonly { code: string; name: string }[];
    readonly formerParties: readonly { code: string }[];
    readonly phase: { value: string; since: string };
    readonly phases: readonly { value: string; since: string }[];
    readonly activity: { value: string };
    readonly roundsCompleted: { reported: number | null; counted: number };
    readonly pauses: readonly { from: string; to: string | null }[];
    readonly targets: readonly { slug: string; due: string; status: string }[];
    readonly agreements: readonly {
      slug: string;
      status: string;
      since: string;
      byParty: readonly {
        party: { code: string };
        ratification: string;
        bound: string;
        from: string | null;
        until: string | null;
      }[];
    }[];
    readonly duties: readonly unknown[];
    readonly findings: readonly { code: string }[];
  } | null;
}

/** The negotiation at a date; `publicAt` leaves out what was not public by then. */
export async function standing(slug: string, at = '2026-11-26', publicAt?: string) {
  const known = publicAt === undefined ? '' : ` publicAt: "${publicAt}"`;
  const { negotiation } = await ask<Answer>(`{
    negotiation(slug: "${slug}", asOf: { at: "${at}"${known} }) {
      title parties { code name } formerParties { code }
      phase { value since } phases { value since } activity { value }
      roundsCompleted { reported counted } pauses { from to } targets { slug due status }
      agreements { slug status since byParty { party { code } ratification bound from until } }
      duties { total } findings { code }
    }
  }`);
  if (!negotiation) throw new Error(`${slug} had not begun on ${at}`);
  const { agreements } = negotiation;
  return {
    ...negotiation,
    codes: negotiation.parties.map(({ code }) => code).sort(),
    /** `CODE from` of those whom an agreement binds. */
    boundBy: (agreement: string): readonly string[] =>
      (agreements.find((one) => one.slug === agreement)?.byParty ?? [])
        .filter(({ bound }) => bound === 'DEFINITIVELY')
        .map(({ party, from }) => `${party.code} ${from ?? '?'}`)
        .sort(),
    /** The codes of those whose ratification stands so. */
    ratified: (agreement: string, outcome: string): readonly string[] =>
      (agreements.find((one) => one.slug === agreement)?.byParty ?? [])
        .filter(({ ratification }) => ratification === outcome)
        .map(({ party }) => party.code)
        .sort(),
  };
}
