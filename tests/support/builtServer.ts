/** Builds the command line and the pages from the current sources before tests start a server. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

/** The file that Node runs as `parley`. */
export const PARLEY = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** Vitest's global setup: takes a second, or no time while the sources are unchanged. */
export default function build(): void {
  execFileSync(process.execPath, [script, 'server', 'dashboard'], { stdio: 'inherit' });
}
