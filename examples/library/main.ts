/**
 * Parley as a library: a log, appends, two reads at different dates, a subscription, and a server.
 *
 *   npm install parley
 *   npx tsx main.ts
 */
import { EventsRefused, openParley, startServer } from 'parley';
import { parseEvent } from 'parley/events';

const source = { kind: 'PRESS', publisher: 'Example Gazette', published: '2025-03-08' };
const events = [
  {
    stream: 'negotiation/a-b',
    type: 'NegotiationLaunched',
    occurred: '2025-02-13',
    certainty: 'REPORTED',
    sources: [source],
    data: { title: 'A-B trade agreement', parties: ['IN', 'US'] },
  },
  {
    stream: 'negotiation/a-b',
    type: 'RoundHeld',
    occurred: '2025-03-03/2025-03-07',
    certainty: 'REPORTED',
    sources: [source],
    data: { round: 1, place: 'New Delhi' },
  },
];

// Every problem of an event has a path; nothing is appended to find them.
const check = parseEvent({ ...events[1], occurred: '2025-13' });
if (!check.ok) console.log(check.problems.map(({ path, message }) => `${path}: ${message}`));

// `sqlite:talks.db` keeps the log in a file, `postgres://…` in a database.
const parley = await openParley('memory:');

// All events or none; the promise resolves when they are durable.
const { events: recorded } = await parley.append(events);
console.log(`recorded up to position ${recorded.at(-1)?.position}`);

// The same question at two dates.
for (const at of ['2025-02-20', '2025-03-10']) {
  const answer = await parley.negotiation('a-b', { at });
  console.log(`${at}: rounds completed ${answer?.subject.roundsCompleted.counted ?? 'none'}`);
}

// Refusals name every problem.
await parley.append([{ ...events[1], occurred: '2025-13' }]).catch((error: unknown) => {
  if (error instanceof EventsRefused) console.log(error.problems.map(({ message }) => message));
});

// The events after a position, then those to come, until the signal says stop.
const stop = new AbortController();
for await (const page of parley.subscriptions.events({ types: ['RoundHeld'] }, 0, stop.signal)) {
  console.log(page.map(({ position, type, occurred }) => `${position} ${type} ${occurred}`));
  break;
}
stop.abort();

// GraphQL at /graphql and the dashboard at /.
const server = await startServer(parley);
const response = await fetch(`${server.url}/graphql?query={log{headPosition}}`);
console.log(JSON.stringify(await response.json()));
await server.close();
await parley.close();
