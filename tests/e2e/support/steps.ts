/** Counts what a person does on a page: a field filled, a choice made, a click, a key pressed. */
import type { Locator, Page } from 'playwright-core';

export class Steps {
  #taken = 0;

  constructor(readonly page: Page) {}

  get taken(): number {
    return this.#taken;
  }

  async click(target: Locator): Promise<void> {
    this.#taken += 1;
    await target.click();
  }

  /** Types into one field, or pastes, as one step. */
  async fill(field: Locator, text: string): Promise<void> {
    this.#taken += 1;
    await field.fill(text);
  }

  async choose(field: Locator, label: string): Promise<void> {
    this.#taken += 1;
    await field.selectOption({ label });
  }

  /** One key, or several held together. */
  async press(key: string): Promise<void> {
    this.#taken += 1;
    await this.page.keyboard.press(key);
  }
}
