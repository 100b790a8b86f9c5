/** `npm run bench [-- GROUP…]`: every ratio with its bound; exit status 1 when one is missed. */
import { dashboardBenches } from './dashboard.js';
import { domainBenches } from './domain.js';
import { draftBenches } from './drafts.js';
import { fieldBenches } from './field.js';
import { logBenches } from './log.js';
import { httpBenches } from './http.js';
import { line } from './measure.js';
import { memoryBenches } from './memory.js';
import { oracleBenches } from './oracle.js';
import { sizeBenches } from './sizes.js';
import { startupBenches } from './startup.js';
import { tariffBenches } from './tariff.js';

const suites = {
  log: logBenches,
  domain: domainBenches,
  field: fieldBenches,
  http: httpBenches,
  memory: memoryBenches,
  sizes: sizeBenches,
  tariff: tariffBenches,
  oracle: oracleBenches,
  drafts: draftBenches,
  startup: startupBenches,
  dashboard: dashboardBenches,
};
const names = Object.keys(suites) as (keyof typeof suites)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));

if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  process.exitCode = 2;
} else
  for (const name of names.filter((each) => asked.length === 0 || asked.includes(each)))
    for (const bench of suites[name]) {
      for (const result of [await bench()].flat()) {
        console.log(line(result));
        if (!result.ok) process.exitCode = 1;
      }
    }
