/** The dashboard's bundle, built from the sources as they are: before a browser asks for it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

/** Vitest's global setup: takes some seconds, or nothing where the sources have not changed. */
export default function build(): void {
  execFileSync(process.execPath, [script, 'server', 'dashboard'], { stdio: 'inherit' });
}
