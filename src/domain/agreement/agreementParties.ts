/** How an agreement stands with each of its parties. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import type { Party } from '../party/parties.js';
import type { Answer, Fact } from '../streamState/knowledgeView.js';
import { answerAt, mayHaveBegun } from '../streamState/threeValued.js';
import type { AgreementCourse } from './agreementCourse.js';
import type { AgreementFact } from './agreementFacts.js';
import type { BoundState, Ratification } from './agreementStates.js';
import { partyRuns } from './partyRuns.js';

export interface AgreementParty {
  readonly party: Pick<Party, 'code' | 'name' | 'kind'>;
  /** EDTF: when it signed; null while no signature of it is known. */
  readonly signed: string | null;
  /** Its signature; null while none of it is known. */
  readonly signedBy: Fact | null;
  /** The outcome of its latest ratification step. */
  readonly ratification: Ratification;
  readonly bound: BoundState;
  /** EDTF: since when `bound` holds; null where it never was bound. */
  readonly from: string | null;
  /** EDTF, exclusive: until when `bound` holds; null while no end is known. */
  readonly until: string | null;
  /** Whether it certainly is bound so, or no longer bound, by the view. */
  readonly certainty: Answer;
  /** What bound or released it, else its last step, else its signature; null where there is none. */
  readonly setBy: Fact | null;
}

/** The codes of the parties to list: each group is followed by its members that events name. */
export function listedParties(course: AgreementCourse): readonly string[] {
  const others = course.allParties().filter((code) => !course.parties.includes(code));
  const members = (group: string) => others.filter((code) => course.groupOf(code) === group);
  const rest = others.filter((code) => course.groupOf(code) === undefined);
  return [...course.parties.flatMap((code) => [code, ...members(code)]), ...rest];
}

/** The signature of a party. A signature that names no party by its code is one of all parties. */
function signatureOf(code: string, course: AgreementCourse, at: number): AgreementFact | undefined {
  const signed = course.facts.filter(
    (fact) => fact.type === 'AgreementSigned' && fact.began.min <= at,
  );
  const names = ({ data }: AgreementFact) =>
    ('signatories' in data ? (data.signatories ?? []) : []).filter((name) =>
      course.allParties().includes(name),
    );
  return signed.find((fact) => {
    const named = names(fact);
    return named.length === 0 ? course.parties.includes(code) : named.includes(code);
  });
}

export function partyOf(
  code: string,
  course: AgreementCourse,
  parties: readonly Party[],
  areas: AreaRegister,
  at: number,
): AgreementParty {
  const known = parties.find((party) => party.code === code);
  const signed = signatureOf(code, course, at);
  const step = course.ratifications(at).get(code);
  const run = partyRuns(course, code).findLast(({ from }) => mayHaveBegun(from.bounds, at));
  return {
    party: known ?? {
      code,
      name: areas.name(code),
      kind: areas.isKnownGroup(code) ? 'GROUP' : code.startsWith('x-') ? 'OTHER' : 'COUNTRY',
    },
    signed: signed?.occurred ?? null,
    signedBy: signed ?? null,
    ratification: step ? (step.data.outcome ?? 'ADVANCED') : 'NONE',
    bound: run?.bound ?? 'NOT',
    from: run?.from.edtf ?? null,
    until: run?.until?.edtf ?? null,
    certainty: run ? answerAt(run.from.bounds, at) : 'CERTAIN',
    setBy: run?.from.fact ?? step ?? signed ?? null,
  };
}
