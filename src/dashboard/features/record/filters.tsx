/** The filters of the chronicle; the URL holds them. */
import { type SubmitEvent, useId } from 'react';
import type { EventCertainty, EventFilter } from '../../generated/graphql.js';
import { countries, countryCode } from '../../lib/words/countries.js';
import { capital, CERTAINTY, countryName } from '../../lib/words/labels.js';
import { navigate } from '../../lib/location.js';
import { KINDS } from './kinds.js';

const NAMES = ['kind', 'party', 'certainty', 'q', 'order', 'about'] as const;

export type FilterTexts = Readonly<Record<(typeof NAMES)[number], string>>;

/** What the URL says; empty where it says nothing. */
export function textsOf(search: string): FilterTexts {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.map((name) => [name, params.get(name)?.trim() ?? '']),
  ) as FilterTexts;
}

/** The query string with some of its texts replaced. */
export function searchWith(search: string, texts: Partial<FilterTexts>): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(texts))
    if (value === '') params.delete(name);
    else params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

const isCertainty = (text: string): text is EventCertainty => Object.hasOwn(CERTAINTY, text);
const PARTY = /^(?:[A-Z0-9]{2,12}|x-[a-z0-9-]+)$/;

/** The filter to ask with; what the URL says and no filter takes is ignored. */
export function filterOf({ kind, party, certainty, q, about }: FilterTexts): EventFilter {
  const types = Object.hasOwn(KINDS, kind) ? KINDS[kind]?.types : undefined;
  const held = certainty.toUpperCase();
  return {
    ...(types && { types: [...types] }),
    ...(PARTY.test(party) && { party }),
    ...(isCertainty(held) && { certainty: [held] }),
    ...(q !== '' && { text: q }),
    ...(/^(?:negotiation|measure|rulebook|area)\/\S+$/.test(about) && { streams: [about] }),
  };
}

export function Filters({ search }: { readonly search: string }) {
  const texts = textsOf(search);
  const list = useId();
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const party = text('party');
    const changed = {
      kind: text('kind'),
      party: party === '' ? '' : countryCode(party.replace(/^the /i, '')),
      certainty: text('certainty'),
      q: text('q'),
    };
    navigate(location.pathname + searchWith(search, changed));
  };
  const submit = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) =>
    currentTarget.form?.requestSubmit();
  return (
    <form className="chronicle-filters screen-only" role="search" onSubmit={apply} key={search}>
      <label>
        Kind
        <select name="kind" defaultValue={texts.kind} onChange={submit}>
          <option value="">Everything</option>
          {Object.entries(KINDS).map(([key, { words }]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Party
        <input
          name="party"
          list={list}
          defaultValue={
            texts.party === '' ? '' : capital(countryName(texts.party).replace(/^the /, ''))
          }
          placeholder="Any country or group"
          autoComplete="off"
        />
        <datalist id={list}>
          {countries().map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        Certainty
        <select name="certainty" defaultValue={texts.certainty} onChange={submit}>
          <option value="">Any</option>
          {Object.entries(CERTAINTY).map(([key, words]) => (
            <option key={key} value={key.toLowerCase()}>
              {capital(words)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Words
        <input name="q" type="search" defaultValue={texts.q} maxLength={200} autoComplete="off" />
      </label>
      <button type="submit">Filter</button>
    </form>
  );
}
