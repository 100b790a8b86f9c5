/** `npm run soak [-- OPTIONS]`: see README.md. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HonestClients } from './honest.js';
import { HostileClients } from './hostile.js';
import { type SoakedServer, startServer } from './server.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    events: { type: 'string', default: '1000000' },
    public: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
  },
});

const EVERY_MS = 10_000;
/** The part of the time that warms up, and the part that is quiet after it. */
const [WARM_UP, QUIET] = [0.1, 0.2];
/** Memory at the end, in parts of what it was in the first half after the warm-up. */
const MOST_GROWTH = 1.1;
/** The honest p99 among hostile clients, in parts of the quiet one; below a floor nobody waits. */
const MOST_SLOWER = 2;
const FLOOR_MS = 50;

const whole = (n: number): string => Math.round(n).toLocaleString('en');

interface Sample {
  readonly share: number;
  readonly mb: number;
}

/** Lets a phase go on; prints a line every ten seconds. */
async function during(
  name: string,
  ms: number,
  server: SoakedServer,
  honest: HonestClients,
  sampled: (mb: number) => void,
): Promise<void> {
  honest.phase();
  for (let left = ms; left > 0; left -= EVERY_MS) {
    await sleep(Math.min(left, EVERY_MS));
    const ended = server.ended();
    if (ended) throw new Error(`The server is gone: ${ended}`);
    const mb = server.residentMb();
    sampled(mb);
    const { latencies, delivered, errors } = honest;
    console.log(
      `${name.padEnd(8)} ${whole(latencies.count)} answers, p99 ${whole(latencies.recent(0.99))} ms, ${whole(delivered)} deliveries, ${whole(errors.length)} errors, ${whole(mb)} MB`,
    );
  }
}

const peak = (samples: readonly Sample[], from: number, to: number): number =>
  Math.max(...samples.filter(({ share }) => share >= from && share < to).map(({ mb }) => mb));

async function soak(): Promise<readonly string[]> {
  const ms = Number(values.minutes) * 60_000;
  console.log(`Writing ${whole(Number(values.events))} events …`);
  const server = await startServer(Number(values.events), values.public);
  const honest = new HonestClients(server);
  let hostile: HostileClients | undefined;
  const began = Date.now();
  const samples: Sample[] = [];
  const sampled = (mb: number) => samples.push({ share: (Date.now() - began) / ms, mb });
  try {
    await during('warm-up', ms * WARM_UP, server, honest, sampled);
    await during('quiet', ms * QUIET, server, honest, sampled);
    const quiet = honest.latencies.at(0.99);
    if (values.hostile) hostile = new HostileClients(server);
    await during('load', ms * (1 - WARM_UP - QUIET), server, honest, sampled);
    const loaded = honest.latencies.at(0.99);
    const middle = (1 + WARM_UP) / 2;
    const growth = peak(samples, middle, Infinity) / peak(samples, WARM_UP, middle);
    console.log(
      `p99 ${whole(quiet)} ms quiet, ${whole(loaded)} ms under load; memory ${growth.toFixed(2)} times the first half; hostile answers ${JSON.stringify(Object.fromEntries(hostile?.answers ?? []))}`,
    );
    const most = Math.max(MOST_SLOWER * quiet, FLOOR_MS);
    return [
      ...honest.errors.slice(0, 10),
      ...(hostile?.faults.slice(0, 10) ?? []),
      ...(honest.delivered > 0 ? [] : ['No subscription delivered anything.']),
      ...(growth <= MOST_GROWTH ? [] : [`Memory grew ${growth.toFixed(2)} times.`]),
      ...(loaded <= most ? [] : [`The p99 is ${whole(loaded)} ms, more than ${whole(most)} ms.`]),
    ];
  } finally {
    honest.stop();
    hostile?.stop();
    await server.stop();
  }
}

const failures = await soak();
for (const failure of failures) console.error(`FAIL ${failure}`);
if (failures.length > 0) process.exitCode = 1;
else console.log('ok');
process.exit();
