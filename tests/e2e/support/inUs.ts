/** The page of the India-US talks, as tests read it. */
import type { Page } from 'playwright-core';

export const PATH = '/negotiation/in-us-bta';

/** The duty of the United States on India, among the first things of the page. */
export const dutyFigure = (page: Page) =>
  page
    .getByRole('term')
    .filter({ hasText: 'Duty of the United States on India' })
    .locator('xpath=following-sibling::dd[1]');

/** The same where it is of that rate. */
export const duty = (page: Page, rate: string) =>
  dutyFigure(page).getByRole('button', { name: `${rate} %`, exact: true });
