// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanup, render } from '@testing-library/react';
import {
  buildSchema,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { EventFields } from '../../src/dashboard/features/entry/fields/eventFields.js';
import {
  FormProvider,
  type FormContextValue,
} from '../../src/dashboard/features/entry/fields/formContext.js';
import { fieldId } from '../../src/dashboard/features/entry/model/formPaths.js';
import { NO_SUGGESTIONS } from '../../src/dashboard/features/entry/fields/entrySuggestions.js';
import { matchingEventTypes } from '../../src/dashboard/features/entry/model/findEventTypes.js';
import {
  fromInput,
  type FieldProblem,
  toInput,
  type FormValues,
} from '../../src/dashboard/features/entry/model/formValues.js';
import {
  inputFields,
  splitFields,
  EVENT_TYPES,
  eventTypeOf,
} from '../../src/dashboard/features/entry/model/formSchema.js';

const ROOT = path.join(import.meta.dirname, '../..');
const schema = buildSchema(readFileSync(path.join(ROOT, 'schema/schema.graphql'), 'utf8'));
const EventDataInput = schema.getType('EventDataInput') as GraphQLInputObjectType;
const TYPES = Object.values(EventDataInput.getFields());
const TODAY = '2025-11-01';

afterEach(cleanup);

const isList = (type: GraphQLInputType): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

/** The paths that a form must have a field for; of lists of inputs, those of their first entry. */
function pathsOf(
  input: GraphQLInputObjectType,
  at: string,
): readonly (readonly [string, boolean])[] {
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    const here = `${at}.${name}`;
    if (!isInputObjectType(inner) || inner.name === 'DutyExpressionInput')
      return [[here, isNonNullType(type)] as const];
    return pathsOf(inner, isList(type) ? `${here}[0]` : here);
  });
}

/** A form with one entry in every list of inputs. */
function oneOfEach(input: GraphQLInputObjectType): FormValues {
  return Object.fromEntries(
    Object.values(input.getFields()).flatMap(({ name, type }) => {
      const inner = getNamedType(type);
      if (!isInputObjectType(inner) || inner.name === 'DutyExpressionInput') return [];
      return [[name, isList(type) ? [oneOfEach(inner)] : oneOfEach(inner)]];
    }),
  );
}

function draw(type: string, values: FormValues) {
  const state: FormContextValue = {
    values,
    problems: [],
    today: TODAY,
    zone: 'UTC',
    change: () => undefined,
    suggest: () => [],
    span: false,
  };
  return render(
    <FormProvider value={state}>
      <EventFields
        eventType={eventTypeOf(type)!}
        suggestions={NO_SUGGESTIONS}
        hypothetical={false}
      />
    </FormProvider>,
  ).container;
}

describe('the entry forms', () => {
  it('are one for each event type that can be sent', () => {
    expect(EVENT_TYPES.map(({ key }) => key).sort()).toEqual(TYPES.map(({ name }) => name).sort());
    for (const { key, description, input } of EVENT_TYPES) {
      const field = EventDataInput.getFields()[key];
      expect(description).toBe(field?.description);
      expect(input).toBe(getNamedType(field!.type).name);
    }
  });

  it.each(TYPES.map(({ name }) => name))(
    '%s: every field of its input has a label and a description',
    (key) => {
      const { type } = EVENT_TYPES.find((kind) => kind.key === key)!;
      const input = getNamedType(EventDataInput.getFields()[key]!.type) as GraphQLInputObjectType;
      const form = draw(type, { data: oneOfEach(input) });
      const source = schema.getType('SourceInput') as GraphQLInputObjectType;
      const paths = [...pathsOf(input, 'data'), ...pathsOf(source, 'sources[0]')];
      const rest = ['stream', 'occurred', 'certainty', 'timeZone', 'also'].map(
        (name) => [name, name === 'stream' || name === 'occurred'] as const,
      );
      for (const [at, required] of [...paths, ...rest]) {
        const field = form.querySelector(`[id="${fieldId(at)}"]`);
        expect(field, at).not.toBeNull();
        expect(field?.matches('input, select, textarea'), at).toBe(true);
        expect(field?.getAttribute('aria-required'), at).toBe(String(required));
        expect(form.querySelector(`label[for="${fieldId(at)}"]`)?.textContent, at).toMatch(/\w/);
        const [descriptionId = ''] = (field?.getAttribute('aria-describedby') ?? '').split(' ');
        expect(form.querySelector(`[id="${descriptionId}"]`)?.textContent, at).toMatch(/\w/);
      }
    },
  );

  it('show required fields first and never hide them', () => {
    for (const { input } of EVENT_TYPES) {
      const fields = inputFields(input)!;
      const { primary, further } = splitFields(fields);
      expect(further.filter(({ required }) => required)).toEqual([]);
      expect(primary.length).toBeGreaterThanOrEqual(Math.min(3, fields.length));
      expect([...primary, ...further]).toHaveLength(fields.length);
    }
  });
});

describe('the form of a measure', () => {
  it('asks who, on whom, what goods, how much and from when, the rest behind one step', () => {
    const form = draw('MeasureAdopted', {});
    const isHidden = (name: string) =>
      form.querySelector(`[id="${fieldId(`data.${name}`)}"]`)?.closest('details') !== null;
    const asked = ['title', 'imposedBy', 'affects', 'kind', 'rate', 'goods.hs', 'effectiveFrom'];
    expect(asked.filter(isHidden)).toEqual([]);
    expect(
      ['form', 'role', 'duty', 'goods.origin', 'goods.except.hs', 'until'].filter(
        (name) => !isHidden(name),
      ),
    ).toEqual([]);
  });
});

describe('the choice of a type', () => {
  it('lists the most used types first, and every type', () => {
    const uses = new Map([
      ['TalksPaused', 2],
      ['StatementMade', 9],
    ]);
    const kinds = matchingEventTypes('', uses);
    expect(kinds.slice(0, 2).map(({ type }) => type)).toEqual(['StatementMade', 'TalksPaused']);
    expect(kinds).toHaveLength(TYPES.length);
  });

  it('finds a type by words of its name or description', () => {
    expect(matchingEventTypes('round held', new Map())[0]?.type).toBe('RoundHeld');
    expect(matchingEventTypes('legal act imposed', new Map())[0]?.type).toBe('MeasureAdopted');
    expect(matchingEventTypes('xyzzy plugh', new Map())).toEqual([]);
  });

  it.each([
    ['tariff', ['MeasureAdopted', 'MeasureAnnounced', 'MeasureThreatened', 'MeasureAmended']],
    ['duty', ['MeasureAdopted', 'MeasureAnnounced']],
    ['deadline', ['TargetSet', 'TargetMet', 'TargetMissed']],
    ['deal', ['FrameworkAgreed', 'AgreementConcluded', 'AgreementSigned']],
    ['call', ['MeetingHeld']],
    ['delay', ['RoundPostponed', 'MeasureSuspended', 'TalksPaused', 'TargetSet']],
    ['summit', ['MeetingHeld', 'AgreementSigned']],
    ['hike', ['MeasureAmended', 'MeasureAdopted', 'MeasureAnnounced']],
    ['cut', ['MeasureAmended']],
    ['strike', ['TalksTerminated', 'TalksPaused']],
    ['struck down', ['MeasureEnded']],
    ['said', ['StatementMade']],
    ['exemption', ['ExemptionGranted']],
    ['probe', ['InvestigationStepTaken']],
  ])('finds by what reports say: %s', (typed, expected) => {
    const found = matchingEventTypes(typed, new Map()).slice(0, 6);
    expect(found.map(({ type }) => type)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['hikes', 'hike'],
    ['postponed', 'postpone'],
    ['tariffs', 'tariff'],
    ['deadlines', 'deadline'],
  ])('finds by any form of a word: %s as %s', (form, word) => {
    const [first] = matchingEventTypes(word, new Map());
    expect(matchingEventTypes(form, new Map()).slice(0, 2)).toContain(first);
  });

  it.each(['US delays steel tariff', 'Steel duty delayed to mid-January', 'Delay of EU levies'])(
    'finds a change of the measure before a round put off: %s',
    (headline) => {
      const found = matchingEventTypes(headline, new Map()).map(({ type }) => type);
      expect(found[0]).toBe('MeasureSuspended');
    },
  );

  it('finds a change of a measure that a headline names before a round put off', () => {
    const measures = [{ value: 'us-232-metals', label: 'Section 232 on steel and aluminium' }];
    const first = (headline: string) => matchingEventTypes(headline, new Map(), measures)[0]?.type;
    expect(first('US delays steel and aluminium increase')).toMatch(/^Measure/);
    expect(first('Fourth round delayed')).toBe('RoundPostponed');
  });

  it('leaves out the words of a headline that say nothing of the type', () => {
    const [first] = matchingEventTypes('Trump signs deal with Qatar', new Map());
    expect(first?.type).toBe('AgreementSigned');
  });

  it('puts a type whose name is typed before types that are used more', () => {
    const uses = new Map([['RoundsReported', 50]]);
    expect(matchingEventTypes('round held', uses)[0]?.type).toBe('RoundHeld');
  });
});

describe('a recorded event', () => {
  const golden = path.join(ROOT, 'events/golden');
  const samples = readdirSync(golden).map(
    (file) =>
      JSON.parse(readFileSync(path.join(golden, file), 'utf8')) as { type: string; data: object },
  );

  it.each(samples)('of type $type fills a form and is read back unchanged', ({ type, data }) => {
    const fields = inputFields(eventTypeOf(type)!.input)!;
    const problems: FieldProblem[] = [];
    expect(toInput(fields, fromInput(fields, data), TODAY, problems)).toEqual(data);
    expect(problems).toEqual([]);
  });
});
