/** What `parley state --json` prints: what the record says, and what to look at again. */
import type { AsOfResult } from '../../app/parley.js';
import { negotiationJson, setByJson } from '../../domain/answers/answerJson.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import { findingsOf } from '../../domain/rules/findings.js';

export const stateJson = (result: AsOfResult<NegotiationView>) => ({
  ...negotiationJson(result),
  findings: findingsOf(result.subject).map(({ code, message, events }) => ({
    code,
    message,
    events: events.map(setByJson),
  })),
});
