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

/**
 * What axe finds in light, by all its rules, and in dark, by those that depend on colours; on the
 * whole page, or within what a selector names.
 */
export async function axeInLightAndDark(page: Page, within?: string): Promise<readonly string[]> {
  const builder = () => {
    // What passes is left out: to describe it takes longer than to find what does not.
    const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    return within === undefined ? builder : builder.include(within);
  };
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findings(builder().withTags('cat.color'));
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findings(builder());
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}
