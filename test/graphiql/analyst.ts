import { HANG_TIMEOUT } from '../support/hang-timeout.js';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { type Line, parsePastedTable } from './seed-files.js';

/** A user of GraphiQL who finds buttons, links, fields and tabs by their visible names. Counts the user's actions. */
export class Analyst {
  steps = 0;

  constructor(readonly page: Page) {}

  /** Opens a question of the list by the beginning of its title. */
  async choose(title: string): Promise<void> {
    this.steps += 1;
    await this.page.getByRole('button', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title }).first().waitFor();
  }

  async press(name: string): Promise<void> {
    this.steps += 1;
    await this.page.getByRole('button', { name, exact: true }).first().click();
  }

  async openTab(tab: string): Promise<void> {
    this.steps += 1;
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  /** Copies a table to the clipboard and returns its content once it meets a condition. */
  async copyTable(isRight: (lines: Line[]) => boolean): Promise<Line[]> {
    this.steps += 1;
    const deadline = Date.now() + HANG_TIMEOUT;
    for (;;) {
      await this.page.getByRole('button', { name: /Copy for Excel|Copier pour Excel/ }).click();
      const lines = parsePastedTable(await this.clipboard());
      if (isRight(lines) || Date.now() > deadline) return lines;
      await this.page.waitForTimeout(100);
    }
  }

  clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Saves a file with a button and returns its name and text. */
  async save(name: RegExp): Promise<{ name: string; text: string }> {
    this.steps += 1;
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await textOf(download) };
  }
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
