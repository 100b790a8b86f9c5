/** Builds the dashboard's bundle from the current sources before tests serve it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

/** Vitest's global setup: takes some seconds, or no time while the sources are unchanged. */
export default function build(): void {
  execFileSync(process.execPath, [script, 'server', 'dashboard'], { stdio: 'inherit' });
}
