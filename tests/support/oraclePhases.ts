/** The naive oracle on phases: worked out afresh after each thing that takes effect. */
import type { Bounds } from '../../events/time/edtf.js';
import type { OracleFact, OracleStream } from './oracle.js';
import { AGREEMENT_EVENTS, agreementsOf, OracleCourse } from './oracleCourse.js';
import { isSettled } from './oracleOrder.js';
import { effects } from './oracleParties.js';

const PHASES =
  'EXPLORATORY LAUNCHED MANDATE_AGREED NEGOTIATING FRAMEWORK_AGREED CONCLUDED SIGNED RATIFYING IN_FORCE TERMINATED'.split(
    ' ',
  );
/** Where each event alone would lead. */
const LEADS: Readonly<Record<string, string>> = {
  NegotiationLaunched: 'LAUNCHED',
  TermsOfReferenceAgreed: 'MANDATE_AGREED',
  RoundHeld: 'NEGOTIATING',
  TalksResumed: 'NEGOTIATING',
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
  RatificationStepTaken: 'RATIFYING',
  AgreementEnteredIntoForce: 'IN_FORCE',
  AgreementTerminated: 'TERMINATED',
};
const TALKS = ['NegotiationLaunched', 'TermsOfReferenceAgreed', 'RoundHeld', 'TalksResumed'];

interface Point {
  readonly fact: OracleFact;
  readonly since: string;
  readonly bounds: Bounds;
  readonly order: number;
  /** Whether it is what an earlier event says that runs out. */
  readonly end: boolean;
}

/** The phase when these have taken effect and it is `at`. */
function phaseAfter(
  points: readonly Point[],
  courses: readonly OracleCourse[],
  at: number,
): string {
  let talks = 'EXPLORATORY';
  let startsOver = -1;
  for (const [i, { fact, end }] of points.entries()) {
    if (end) continue;
    if (fact.type === 'NegotiationLaunched') [talks, startsOver] = ['LAUNCHED', i];
    if (fact.type === 'TalksResumed' && fact.data.reopens) [talks, startsOver] = ['NEGOTIATING', i];
    if (fact.type === 'TermsOfReferenceAgreed' && talks !== 'NEGOTIATING') talks = 'MANDATE_AGREED';
    if (fact.type === 'RoundHeld') talks = 'NEGOTIATING';
  }
  let furthest = talks;
  let ended = false;
  for (const course of courses) {
    const facts = course.agreement.effects.map(({ fact }) => fact);
    const of = (until: number) =>
      points
        .slice(0, until)
        .flatMap(({ fact, end }) => (!end && facts.includes(fact) ? [fact] : []));
    const last = points.at(-1)!;
    // What ends at the instant of another agreement's step ends after it.
    const turned = points.some(({ fact, order }) => order === at && facts.includes(fact));
    const when = last.end || turned ? at : at - 0.5;
    const now = course.stands(of(points.length), when)?.status;
    if (now === undefined) continue;
    // After talks that started over, only what is taken up anew, or still was in force, counts.
    const moved = points.some((point, i) => {
      if (i > startsOver && facts.includes(point.fact) && isStep(point)) return true;
      const then = course.stands(of(i + 1), point.order)?.status;
      return i >= startsOver && (then === 'IN_FORCE' || then === 'SUSPENDED');
    });
    if (now === 'IN_FORCE' || now === 'SUSPENDED') furthest = 'IN_FORCE';
    else if (!moved) continue;
    else if (now === 'LAPSED' || now === 'TERMINATED') ended = true;
    else if (PHASES.indexOf(now) > PHASES.indexOf(furthest)) furthest = now;
  }
  const stands = PHASES.indexOf(furthest) > PHASES.indexOf('NEGOTIATING');
  return ended && !stands ? 'TERMINATED' : furthest;
}

/** Whether it goes ahead: no consent refused, no ratification taken back, nothing that runs out. */
const isStep = ({ fact, end }: Point): boolean =>
  !end &&
  fact.type in LEADS &&
  !(fact.type === 'TalksResumed' && !fact.data.reopens) &&
  !['REJECTED', 'WITHDRAWN'].includes(fact.data.outcome);

export function phases(oracle: OracleStream) {
  const course = inOrder(oracle);
  const last = course.at(-1);
  const types = [...TALKS, ...AGREEMENT_EVENTS];
  if (last && !isSettled(oracle, types, (other) => inOrder(other).at(-1)?.value))
    last.certainty = 'POSSIBLE';
  return course;
}

function inOrder(oracle: OracleStream) {
  const { at } = oracle.question;
  const first = oracle.facts.find((fact) => oracle.when(fact).min <= at);
  if (!first) return [];
  const courses = agreementsOf(oracle).map((agreement) => new OracleCourse(oracle, agreement));
  const points: readonly Point[] = [
    ...effects(oracle, [...TALKS, ...AGREEMENT_EVENTS]).map((one) => ({ ...one, end: false })),
    ...courses.flatMap((course) => course.ends().map((one) => ({ ...one, end: true }))),
  ]
    .filter(({ bounds }) => bounds.min <= at)
    .sort((a, b) => a.order - b.order || Number(a.end) - Number(b.end));
  const course: { value: string; since: string; certainty: string; setBy: string }[] = [];
  let now = 'EXPLORATORY';
  for (const [i, { fact, since, bounds, order }] of points.entries()) {
    const to = phaseAfter(points.slice(0, i + 1), courses, order);
    if (to === now) {
      const entered = course.at(-1);
      if (
        entered &&
        LEADS[fact.type] === now &&
        isStep(points[i]!) &&
        oracle.answer(bounds) === 'CERTAIN'
      )
        entered.certainty = 'CERTAIN';
      continue;
    }
    if (course.length === 0 && oracle.placed(first) < order)
      course.push({ value: now, ...firstOf(oracle, first) });
    const certainty = oracle.answer(bounds);
    course.push({ value: to, since, certainty, setBy: fact.event.id });
    now = to;
  }
  if (course.length === 0) course.push({ value: now, ...firstOf(oracle, first) });
  return course;
}

const firstOf = (oracle: OracleStream, first: OracleFact) => ({
  since: first.occurred,
  certainty: oracle.answer(oracle.when(first)),
  setBy: first.event.id,
});
