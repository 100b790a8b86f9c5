/** Subscriptions as GraphQL executes them: an invalid one is refused before its stream begins. */
import { setImmediate } from 'node:timers/promises';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { createContext } from '../../src/graphql/context.js';
import { schema } from '../../src/graphql/schema.js';
import { query, respond } from '../support/graphql.js';
import { given, talks } from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const round = (n: number) => talks.RoundHeld('2025-05-19/2025-05-22', { round: n });

const ask = (parley: Parley, source: string, variableValues = {}) =>
  subscribe({
    schema,
    document: parse(source),
    variableValues,
    contextValue: createContext(parley),
  });

async function stream(parley: Parley, source: string, variables = {}) {
  const results = await ask(parley, source, variables);
  if (!(Symbol.asyncIterator in results)) throw new AggregateError(results.errors ?? []);
  return {
    next: async (): Promise<ExecutionResult> => {
      const { value } = await results.next();
      return JSON.parse(JSON.stringify(value)) as ExecutionResult;
    },
    done: async () => (await results.next()).done,
    leave: () => results.return(undefined),
  };
}

const EVENTS = `subscription ($filter: EventFilter, $after: String) {
  events(filter: $filter, after: $after) { cursor type ... on RoundHeld { round } }
}`;

describe('subscription events', () => {
  it('delivers the events after the cursor, then live ones, each with the cursor to resume from', async () => {
    const scenario = await given(LAUNCH, round(1));
    const { next, leave } = await stream(scenario.parley, EVENTS, { after: '1' });
    expect(await next()).toEqual({
      data: { events: { cursor: '2', type: 'RoundHeld', round: 1 } },
    });
    await scenario.append([round(2)]);
    expect(await next()).toEqual({
      data: { events: { cursor: '3', type: 'RoundHeld', round: 2 } },
    });
    await leave();
    expect(scenario.parley.subscriptions.state().subscribers).toBe(0);
  });

  it('ends when the subscriber leaves', async () => {
    const scenario = await given(LAUNCH);
    const { next, leave } = await stream(scenario.parley, EVENTS);
    const waiting = next().catch(() => 'left');
    while (scenario.parley.subscriptions.state().subscribers === 0) await Promise.resolve();
    await leave();
    await waiting;
    expect(scenario.parley.subscriptions.state().subscribers).toBe(0);
  });

  it('resolves an event when it is sent, not when the subscription began', async () => {
    const scenario = await given(LAUNCH, round(1));
    const source = 'subscription { events(after: "0") { id retracted } }';
    const { next, leave } = await stream(scenario.parley, source);
    expect(await next()).toMatchObject({ data: { events: { retracted: false } } });
    await scenario.append([talks.EventRetracted('2025-06-01', { event: LAUNCH.id, reason: 'no' })]);
    const again = await query(scenario.parley, `{ event(id: "${LAUNCH.id}") { retracted } }`);
    expect(again).toEqual({ event: { retracted: true } });
    expect(await next()).toMatchObject({ data: { events: { retracted: false } } });
    expect(await next()).toMatchObject({ data: { events: { retracted: false } } });
    await leave();
  });

  it.each([
    [{ after: 'yesterday' }, /after "yesterday" is not the cursor of an event/],
    [{ after: '-1' }, /after "-1" is not the cursor/],
    [{ filter: { types: ['Rumour'] } }, /"Rumour" is not an event type/],
    [{ filter: { recorded: { from: '2026-01-02', to: '2026-01-01' } } }, /swap them/],
  ])('refuses %j before there is a stream', async (variables, message) => {
    const { parley } = await given(LAUNCH);
    const refused = (await ask(parley, EVENTS, variables)) as ExecutionResult;
    expect(refused.errors?.[0]?.message).toMatch(message);
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(parley.subscriptions.state().subscribers).toBe(0);
  });

  it('ends with a result that carries the cursor to resume from when the server stops', async () => {
    const { parley } = await given(LAUNCH, round(1));
    const { next, done } = await stream(parley, EVENTS, { after: '0' });
    await next();
    await next();
    const last = next();
    parley.subscriptions.stop();
    expect(await last).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'SERVER_STOPPING', after: '2' } }],
    });
    expect(await done()).toBe(true);
  });
});

const NEGOTIATION = `subscription ($slug: String!, $asOf: AsOf) {
  negotiation(slug: $slug, asOf: $asOf) {
    view { position }
    negotiation { phase { value } rounds { number } }
    changes { path before after causedBy { type } }
    causedBy { type }
  }
}`;

describe('subscription negotiation', () => {
  it('delivers the state, then each update with its changes and cause', async () => {
    const scenario = await given(LAUNCH);
    const { next, leave } = await stream(scenario.parley, NEGOTIATION, { slug: 'in-us' });
    expect(await next()).toEqual({
      data: {
        negotiation: {
          view: { position: 1 },
          negotiation: { phase: { value: 'LAUNCHED' }, rounds: [] },
          changes: [],
          causedBy: [],
        },
      },
    });
    await scenario.append([round(1)]);
    const { data } = (await next()) as { data: { negotiation: { changes: { path: string }[] } } };
    expect(data.negotiation).toMatchObject({
      view: { position: 2 },
      negotiation: { phase: { value: 'NEGOTIATING' }, rounds: [{ number: 1 }] },
      causedBy: [{ type: 'RoundHeld' }],
    });
    expect(data.negotiation.changes).toContainEqual({
      path: 'phase',
      before: 'LAUNCHED',
      after: 'NEGOTIATING',
      causedBy: [{ type: 'RoundHeld' }],
    });
    await leave();
  });

  it('is null until the negotiation is recorded', async () => {
    const { parley } = await given(LAUNCH);
    const { next, leave } = await stream(parley, NEGOTIATION, { slug: 'nowhere' });
    expect(await next()).toMatchObject({ data: { negotiation: { negotiation: null } } });
    await leave();
  });

  it('refuses an invalid view', async () => {
    const { parley } = await given(LAUNCH);
    const variables = { slug: 'in-us', asOf: { knownAt: '2025-02-30' } };
    const refused = (await ask(parley, NEGOTIATION, variables)) as ExecutionResult;
    expect(refused.errors).toHaveLength(1);
  });

  it('completes when the view can never change', async () => {
    const { parley } = await given(LAUNCH);
    const asOf = { at: '2025-06-01', knownAt: '2026-06-01T00:00:00Z' };
    const { next, done } = await stream(parley, NEGOTIATION, { slug: 'in-us', asOf });
    await next();
    expect(await done()).toBe(true);
  });
});

describe('minPosition', () => {
  const READS = [
    'log(minPosition: $p) { headPosition }',
    'events(first: 1, minPosition: $p) { totalCount }',
    `event(id: "${LAUNCH.id}", minPosition: $p) { id }`,
    'negotiation(slug: "in-us", minPosition: $p) { slug }',
    'negotiations(minPosition: $p) { totalCount }',
    'measure(slug: "us-recip", minPosition: $p) { slug }',
    'measures(minPosition: $p) { totalCount }',
    'duty(imposedBy: "US", on: "IN", minPosition: $p) { total }',
  ];

  it.each(READS)('is awaited by %s', async (read) => {
    const scenario = await given(LAUNCH);
    let answered = false;
    const reading = query(scenario.parley, `query ($p: Int) { ${read} }`, { p: 2 }).then(() => {
      answered = true;
    });
    // A log in memory answers within the turn, where nothing is waited for.
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(answered).toBe(false);
    await scenario.append([round(1)]);
    await reading;
    expect(answered).toBe(true);
  });

  it('that is not reached is an error with the position of the log', async () => {
    const { parley } = await given(LAUNCH);
    const { errors } = await respond(parley, '{ log(minPosition: 7) { headPosition } }');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'POSITION_NOT_REACHED',
      minPosition: 7,
      reached: 1,
    });
  });

  it('below zero is refused', async () => {
    const { parley } = await given(LAUNCH);
    const { errors } = await respond(parley, '{ log(minPosition: -1) { headPosition } }');
    expect(errors?.[0]?.message).toMatch(/give a position of the log/);
  });
});
