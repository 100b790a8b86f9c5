// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { suggestionsFrom } from '../../src/dashboard/features/entry/fields/entrySuggestions.js';
import { EventFields } from '../../src/dashboard/features/entry/fields/eventFields.js';
import { FormProvider } from '../../src/dashboard/features/entry/fields/formContext.js';
import { fieldId } from '../../src/dashboard/features/entry/model/formPaths.js';
import { eventTypeOf } from '../../src/dashboard/features/entry/model/formSchema.js';
import type { FormValues } from '../../src/dashboard/features/entry/model/formValues.js';

afterEach(cleanup);

describe('what a form offers', () => {
  const dockers = { code: 'x-dockers', name: 'The Dockers', kind: 'UNION' } as const;
  const canada = { code: 'CA', name: 'Canada', kind: 'COUNTRY' } as const;
  const told = (stream: string, data: object) => ({
    ...{
      id: stream,
      type: 'AreaDefined',
      stream,
      occurred: '2025',
      summary: '',
      data,
      sources: [],
    },
  });
  const suggestions = suggestionsFrom({
    negotiations: {
      edges: [{ node: { slug: 'docks', title: 'Dock talks', parties: [dockers, canada] } }],
    },
    measures: { edges: [{ node: { slug: 'us-x', title: 'A tariff' } }] },
    events: {
      edges: [
        { node: told('area/PACT', { member: 'CA' }) },
        { node: told('area/PACT', { name: 'The Pact' }) },
      ].map(({ node }) => ({ node: node as never })),
    },
  });

  const draw = (type: string, values: FormValues = {}) =>
    render(
      <FormProvider
        value={{
          ...{ values, problems: [], today: '2025-11-01', zone: 'UTC', span: false },
          change: () => undefined,
          suggest: (field) => (field.type === 'CountryCode' ? suggestions.parties : []),
        }}
      >
        <EventFields
          eventType={eventTypeOf(type)!}
          suggestions={suggestions}
          hypothetical={false}
        />
      </FormProvider>,
    ).container;

  /** The options of a field that has the focus, with what each is called. */
  function offered(form: HTMLElement, at: string) {
    const field = form.querySelector<HTMLInputElement>(`[id="${fieldId(at)}"]`)!;
    fireEvent.focus(field);
    const options = form.querySelectorAll<HTMLOptionElement>(
      `[id="${field.getAttribute('list')}"] option`,
    );
    return [...options].map(({ value, textContent }) => [value, textContent]);
  }

  it('for a party is whoever is one on record, groups and countries, each once', () => {
    const options = offered(draw('PartyJoined'), 'data.party');
    expect(options).toEqual(
      expect.arrayContaining([
        ['x-dockers', 'The Dockers'],
        ['PACT', 'The Pact'],
        ['EU', 'European Union'],
        ['MERCOSUR', 'Mercosur'],
        ['CA', 'Canada'],
      ]),
    );
    expect(new Set(options.map(([code]) => code)).size).toBe(options.length);
  });

  it('for a list of parties comes after those that are in it already', () => {
    const form = draw('NegotiationLaunched', { data: { parties: 'CA, ME' } });
    const options = offered(form, 'data.parties');
    expect(options).toContainEqual(['CA, MERCOSUR', 'Mercosur']);
    expect(options).toContainEqual(['CA, x-dockers', 'The Dockers']);
  });

  it('for the stream of a group is every group that comes with Parley or is on record', () => {
    const options = offered(draw('MemberJoined'), 'stream');
    expect(options).toContainEqual(['ASEAN', 'Association of Southeast Asian Nations']);
    expect(options.filter(([code]) => code === 'PACT')).toEqual([['PACT', 'The Pact']]);
  });

  it('for an event of several kinds of streams is of those kinds alone', () => {
    const form = draw('SourcesChecked');
    expect(offered(form, 'stream').map(([name]) => name)).toEqual([
      'negotiation/docks',
      'measure/us-x',
    ]);
    const help = form.querySelector(`[id="${fieldId('stream')}-description"]`)?.textContent;
    expect(help).toContain('negotiation/<name>, measure/<name> or rulebook/<country>.');
    const any = draw('EventRetracted');
    expect(any.querySelector(`[id="${fieldId('stream')}-description"]`)?.textContent).toContain(
      'rulebook/<country> or area/<code>.',
    );
  });
});
