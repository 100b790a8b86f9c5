#!/usr/bin/env node
/** The executable `parley`: see {@link run}. */
import { exitWhenStdoutCloses } from './output.js';
import { run } from './program.js';

exitWhenStdoutCloses();
process.exitCode = await run(process.argv.slice(2));
