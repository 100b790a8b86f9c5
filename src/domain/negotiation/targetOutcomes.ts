/** Which step of an agreement may be what a target aimed at, by the words of what was to be done. */
import type { EventType } from '../../../events/catalogue.js';
import type { Fact } from '../streamState/knowledgeView.js';

/** The steps from the first text to its effect: each one implies those before it. */
const STEPS: readonly EventType[] = [
  'FrameworkAgreed',
  'AgreementConcluded',
  'AgreementSigned',
  'AgreementEnteredIntoForce',
];

/** What begins a step, in the words in which targets are set. */
const VERBS: readonly (readonly [verb: RegExp, step: EventType])[] = [
  [/\bframework\b/, 'FrameworkAgreed'],
  [
    /\b(?:agree|clos|complet|conclu[ds]|finali[sz]|finish|negotiat|reach|seal|strik|wrap)\w*/,
    'AgreementConcluded',
  ],
  [/\b(?:sign|signed|signing|signature|initial)\b/, 'AgreementSigned'],
  [/\b(?:force|effect|operat\w*|implement\w*|appl(?:y|ied))\b/, 'AgreementEnteredIntoForce'],
];

/**
 * The first step that a target may mean; undefined where its words name none. The word said first
 * counts: "Sign the agreement, for it to operate from April" is met by the signature.
 */
function stepAimedAt(what: string): EventType | undefined {
  const text = what.toLowerCase();
  const said = VERBS.flatMap(([verb, step]) => {
    const at = text.search(verb);
    return at < 0 ? [] : [{ at, step }];
  });
  // "Agree on a framework" is about the framework, wherever the word stands.
  if (said[0]?.step === 'FrameworkAgreed') return 'FrameworkAgreed';
  return said.toSorted((a, b) => a.at - b.at)[0]?.step;
}

/**
 * The first of these steps since `since` that may be what was to be done; undefined where none is.
 * It is never taken for the outcome: only a person can say that this agreement was meant.
 */
export function likelyOutcome<F extends Fact>(
  what: string,
  since: number,
  steps: readonly F[],
): F | undefined {
  const aimedAt = stepAimedAt(what);
  if (aimedAt === undefined) return undefined;
  const fulfilling = new Set<EventType>(STEPS.slice(STEPS.indexOf(aimedAt)));
  return steps.find((fact) => fulfilling.has(fact.type) && fact.sortInstant >= since);
}
