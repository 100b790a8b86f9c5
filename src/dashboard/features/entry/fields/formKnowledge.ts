/** What a form knows besides what is typed: its negotiation, and sources and roles entered before. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../../api/client/useGraphqlQuery.js';
import { EntryContextDocument, type EntryContextQuery } from '../../../generated/graphql.js';
import { dateWords } from '../../../lib/time/edtfWords.js';
import type { FormKnowledge } from '../model/implied.js';
import { remembered } from '../model/memory.js';
import type { EntrySuggestions } from './entrySuggestions.js';
import type { Suggestion } from './formContext.js';

export type PlannedRound = NonNullable<EntryContextQuery['negotiation']>['rounds'][number];

export interface NegotiationKnowledge extends FormKnowledge {
  /** Its targets by name, those without an outcome first. */
  readonly targetSuggestions: readonly Suggestion[];
  /** Its rounds that are planned or put off, and not held so far. */
  readonly planned: readonly PlannedRound[];
}

const NEGOTIATION = 'negotiation/';
const SETTLED: ReadonlySet<string> = new Set(['MET', 'MISSED']);

/** The stream of the form, where it is one of a negotiation; else that of the page. One query. */
export function useFormKnowledge(
  formStream: string,
  pageStream: string | undefined,
  suggestions: EntrySuggestions,
): NegotiationKnowledge {
  const stream = [formStream, pageStream ?? ''].find((each) => each.startsWith(NEGOTIATION));
  const slug = stream?.slice(NEGOTIATION.length) ?? '';
  // A name that is still being typed is of no negotiation on record.
  const isKnown = suggestions.negotiations.some(({ value }) => value === slug);
  const { data } = useGraphqlQuery(EntryContextDocument, { slug }, { enabled: isKnown });
  const negotiation = isKnown && data?.negotiation?.slug === slug ? data.negotiation : null;
  return useMemo(() => {
    const { sources, roles } = remembered();
    const { parties = [], targets = [], agreements = [], rounds = [] } = negotiation ?? {};
    const open = targets.filter(({ status }) => !SETTLED.has(status));
    const settled = targets.filter(({ status }) => SETTLED.has(status));
    return {
      sources: [...sources, ...suggestions.sources],
      roles: [...roles, ...suggestions.roles],
      parties: parties.map(({ code }) => code),
      targets,
      measures: suggestions.measures,
      agreements: agreements.map(({ slug: value, title: label }) => ({ value, label })),
      targetSuggestions: [...open, ...settled].map(({ slug: value, what, due }) => ({
        value,
        label: `${what}, due ${dateWords(due)}`,
      })),
      planned: rounds.filter(({ status }) => status === 'SCHEDULED' || status === 'POSTPONED'),
    };
  }, [negotiation, suggestions]);
}
