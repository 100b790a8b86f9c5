/**
 * The duty on one good, in percentage points of one customs value: layers that add, never
 * compound. Every layer that does not apply is returned too, with the reason and the event.
 */
import { effectiveInstant } from '../../../events/time/edtf.js';
import type { FactOn, Reading } from '../streamState/knowledgeView.js';
import { Course } from '../measure/measureTimeline.js';
import { courseBy, identityOf } from '../measure/measureView.js';
import { hasBegun } from '../streamState/threeValued.js';
import { type Candidate, candidate } from './applicability.js';
import { Contest } from './precedenceResolution.js';
import type { DutyQuestion, Layer, Rules } from './layer.js';

/** A measure's course as far as the question looks: see {@link coursesBy}. */
export type CourseOf = (reading: Reading) => Course;

/**
 * Courses made once per measure. With an instant, only decisions taken or effective by then are
 * carried out; without one, all that are known.
 */
export function coursesBy(decidedBy: number): CourseOf {
  const courses = new Map<Reading, Course>();
  return (reading) => {
    let course = courses.get(reading);
    if (!course) {
      course = decidedBy === Infinity ? new Course(reading) : courseBy(reading, decidedBy);
      courses.set(reading, course);
    }
    return course;
  };
}

/** The duty's layers at the instant of entry, as decided by another: MFN first, then by slug. */
export function layersAt(
  rules: Rules,
  { goods = {}, mfnRate, on, imposedBy }: DutyQuestion,
  entry: number,
  decidedBy: number,
  courseOf: CourseOf,
): readonly Layer[] {
  const idle: Layer[] = [];
  const candidates: Candidate[] = [];
  for (const reading of rules.measures) {
    if (identityOf(reading).imposedBy !== imposedBy) continue;
    const found = candidate(reading, courseOf(reading), on, goods, entry, decidedBy);
    if (found === undefined) continue;
    if ('reason' in found) idle.push(found);
    else candidates.push(found);
  }
  const contest = new Contest(candidates, precedenceAt(rules.rulebook, entry, decidedBy));
  const live = candidates.map((each) => contest.layer(each, goods, mfnRate));
  const mfn: Layer[] =
    mfnRate === undefined
      ? []
      : [{ measure: null, slug: '', rate: mfnRate, applies: true, reason: 'MFN', setBy: null }];
  return [...mfn, ...[...live, ...idle].sort((a, b) => (a.slug < b.slug ? -1 : 1))];
}

/** The authority's order of precedence at an instant: of those that cover it, the latest set. */
function precedenceAt(
  rulebook: Reading | undefined,
  entry: number,
  decidedBy: number,
): FactOn<'precedence'> | undefined {
  return rulebook?.on('precedence').findLast((fact) => {
    const from = effectiveInstant(fact.data.effectiveFrom, rulebook.zone);
    return from <= entry && (hasBegun(fact.at, decidedBy) || from <= decidedBy);
  });
}
