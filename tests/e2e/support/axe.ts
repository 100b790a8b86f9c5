/** What people who do not see, or see differently, would stumble over. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on a page as it is: the rule, what is wrong, and where. */
async function findings(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, target.join(' '), failureSummary].join('\n'),
    ),
  );
}

/** What axe finds in light, by all its rules, and in dark, by those that depend on colours. */
export async function axeInLightAndDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findings(new AxeBuilder({ page }).withTags('cat.color'));
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findings(new AxeBuilder({ page }));
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}
