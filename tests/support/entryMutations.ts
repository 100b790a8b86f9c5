/** A client for the entry mutations. */
import type { Parley } from '../../src/app/parley.js';
import { query } from './graphql.js';

export const sources = [{ kind: 'PRESS', publisher: 'The Courier', published: '2025-06-01' }];

/** Calls an entry mutation and returns its whole result. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the type of the result depends on the mutation
export type Enter = (mutation: string, input: object) => Promise<any>;

const SUCCESS = `
  repeated
  events {
    __typename id stream occurred certainty recordedBy data
    sources { kind publisher published }
  }
  negotiation { slug revision }
  findings { code events { id } }
`;

export function entryClient(
  parley: Parley,
  contextOptions: Parameters<typeof query>[3] = {},
): Enter {
  return async (mutation, input) => {
    const Name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const source = `mutation ($input: ${Name}Input!) {
      ${mutation}(input: $input) {
        __typename
        ... on Error { code message }
        ... on ValidationError { problems { path code message } }
        ... on RevisionConflictError { stream expected actual }
        ... on ${Name}Success { ${SUCCESS} }
      }
    }`;
    return (await query(parley, source, { input }, contextOptions))[mutation];
  };
}
