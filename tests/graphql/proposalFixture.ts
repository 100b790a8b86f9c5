/** Proposals over GraphQL: a text, drafts on it, and who proposes and decides. */
import type { Parley } from '../../src/app/parley.js';
import { emptyRecord, query } from '../support/graphql.js';

export const PROPOSE = `
  mutation Propose($input: ProposeEventsInput!) {
    proposeEvents(input: $input) {
      __typename
      ... on Error { code message }
      ... on ValidationError { problems { path code message } }
      ... on ProposeEventsSuccess {
        proposals {
          id status proposedBy type stream occurred needs event
          spans { path start end quote }
          text { hash length day content }
          problems { path code } findings { code } duplicates { id } changes { negotiation change { path before after } }
        }
      }
    }
  }`;

const decide = (verb: string) => `
  mutation Decide($input: ${verb === 'accept' ? 'Accept' : verb === 'reject' ? 'Reject' : 'Withdraw'}ProposalInput!) {
    ${verb}Proposal(input: $input) {
      __typename
      ... on Error { code message }
      ... on ValidationError { problems { path code message } }
      ... on ${verb === 'accept' ? 'Accept' : verb === 'reject' ? 'Reject' : 'Withdraw'}ProposalSuccess {
        proposal { id status decision { by reason amended event { id } } }
        ${verb === 'accept' ? 'events { id stream recordedBy occurred data } findings { code }' : ''}
      }
    }
  }`;

export const LIST = `query List($status: [ProposalStatus!], $first: Int, $after: String) {
  proposals(status: $status, first: $first, after: $after) {
    nodes { id status type decision { reason } } pageInfo { hasNextPage endCursor }
  }
}`;

export const TEXT =
  'The fourth round of talks between Norland and India was held in Oslo from 14 to 17 October 2025. ' +
  'The United States will impose a 5 per cent tariff on Norwegian salmon on 1 December 2025. ' +
  '"We are close to a deal," said Minister Anna Berg.';

export const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
export const span = (path: string, words: string) => ({ path, ...at(words) });

export const sources = [{ kind: 'PRESS', url: 'https://example.org/a', published: '2025-10-20' }];
export const round = {
  type: 'RoundHeld',
  stream: 'negotiation/no-in',
  occurred: '2025-10-14/2025-10-17',
  data: { round: 4, place: 'Oslo' },
  spans: [
    span('occurred', 'from 14 to 17 October 2025'),
    span('data.round', 'fourth round'),
    span('data.place', 'Oslo'),
    span('type', 'was held'),
  ],
};
export const tariff = {
  type: 'MeasureAnnounced',
  stream: 'measure/us-salmon',
  occurred: '2025-10-20',
  data: { imposedBy: 'US', affects: ['NO'], rate: 5, effectiveFrom: '2025-12-01' },
  spans: [
    span('data.imposedBy', 'United States'),
    span('data.affects', 'Norwegian'),
    span('data.rate', '5 per cent'),
    span('data.effectiveFrom', '1 December 2025'),
  ],
};

export const launch = {
  stream: 'negotiation/no-in',
  type: 'NegotiationLaunched',
  occurred: '2025-01-10',
  sources: [{ kind: 'OFFICIAL', url: 'https://example.org/b' }],
  data: { title: 'Norway-India', parties: ['NO', 'IN'] },
};

export const as = (name: string, rights = { mayWrite: true }) => ({
  principal: { name, ...rights },
});

/** A record with the launch of the negotiation that the text is about. */
export async function recordWithLaunch(): Promise<Parley> {
  const parley = await emptyRecord();
  await parley.append([launch]);
  return parley;
}

export const propose = async (
  parley: Parley,
  drafts: readonly object[],
  more: object = {},
  who: object = as('asha'),
) =>
  (
    await query(
      parley,
      PROPOSE,
      { input: { drafts, text: TEXT, day: '2025-10-20', sources, ...more } },
      who,
    )
  ).proposeEvents;

export const run = async (parley: Parley, verb: string, input: object, who: object) =>
  (await query(parley, decide(verb), { input }, who))[`${verb}Proposal`];
