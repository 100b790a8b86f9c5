#!/usr/bin/env node
/** The executable `parley`: see {@link run}. */
import { watchStdout } from './output.js';
import { run } from './program.js';

watchStdout();
process.exitCode = await run(process.argv.slice(2));
