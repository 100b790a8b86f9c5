/** parley-verify in a browser that is offline: a proof holds, and a forged one does not. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { LOG_KEY_TEXT, negotiationProof, signedRecord } from '../support/provedAnswers.js';
import { hasBrowser, launchBrowser } from './support/browser.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MODULE = 'https://reader.test/parley-verify.js';

it.runIf(hasBrowser())('checks a proof in Chromium, offline', async () => {
  execFileSync(process.execPath, [`${root}scripts/build.mjs`, 'verify'], { stdio: 'inherit' });
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('https://reader.test/**', (route) =>
    route.request().url() === MODULE
      ? route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(`${root}dist/parley-verify/parley-verify.js`, 'utf8'),
        })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto('https://reader.test/');
  await page.addScriptTag({
    type: 'module',
    content: `import { verifyProof } from '${MODULE}'; globalThis.verifyProof = verifyProof;`,
  });
  await page.waitForFunction('globalThis.verifyProof !== undefined');
  await context.setOffline(true);
  const verify = (text: string): Promise<unknown> =>
    page.evaluate(
      `globalThis.verifyProof(${JSON.stringify(text)}, { key: ${JSON.stringify(LOG_KEY_TEXT)} })
        .then(({ kind, answer }) => [kind, answer.slug], ({ code, message }) => [code, message])`,
    );
  const text = await negotiationProof(await signedRecord(), 'in-us-bta');
  expect(await verify(text)).toEqual(['answer', 'in-us-bta']);
  expect(await verify(text.replace('"slug":"in-us-bta"', '"slug":"in-eu"'))).toEqual([
    'BAD_NOTE',
    'Another answer follows from the records: it differs at slug.',
  ]);
});
