import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createdFor, fault, gateway, microsoft, newMailbox } from './stack';
import { expectNoTrouble, fillIn, freshBrowser, meetingShown, signIn, status, visit } from './visitor';

describe('one form is one meeting, and nothing typed is lost', () => {
  let context: BrowserContext;
  let page: Page;
  let host: string;

  beforeEach(async () => {
    host = newMailbox('host');
    context = await freshBrowser();
    page = await visit(context, host);
  });
  afterEach(async () => {
    expectNoTrouble(page);
    await context.close();
  });

  it('whoever clicks twice', async () => {
    await fillIn(page, 'Twice', []);
    await page.getByRole('button', { name: 'Schedule' }).dblclick();
    await meetingShown(page);
    await status(page, 'Scheduled');
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever sends the form from two tabs', async () => {
    const other = await context.newPage();
    await other.goto(gateway);
    await fillIn(page, 'Two tabs', []);
    await expect.poll(() => other.getByLabel('Title').inputValue()).toBe('Two tabs');
    await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: 'Schedule' }).click()));

    // Each either came to the meeting, or says that the other did.
    const arrived = async (tab: Page) =>
      tab.url().includes('/meetings/') || (await tab.getByText('from another tab').count()) > 0;
    for (const tab of [page, other]) {
      await expect.poll(() => arrived(tab), { timeout: 20_000 }).toBe(true);
    }
    await [page, other].find((tab) => tab.url().includes('/meetings/'))!.bringToFront();
    await expect.poll(() => createdFor(host)).toBe(1);
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever loads the page again while the meeting is being made', async () => {
    await fault(microsoft, { kind: 'latency', mailbox: host, delay: 'PT1.5S' });
    await fillIn(page, 'Loaded again', []);
    await page.getByRole('button', { name: 'Schedule' }).click();
    const meeting = await meetingShown(page);
    await page.reload();
    await status(page, 'Scheduled');
    expect(page.url()).toContain(meeting);
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever goes back after sending', async () => {
    await fillIn(page, 'And back', []);
    await page.getByRole('button', { name: 'Schedule' }).click();
    await meetingShown(page);
    await status(page, 'Scheduled');
    await page.goBack();
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    await page.goForward();
    await status(page, 'Scheduled');
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever gets no answer, and sends again', async () => {
    let lost = 0;
    await context.route('**/api/v1/meetings', async (route) => {
      if (route.request().method() === 'POST' && lost === 0) {
        lost += 1;
        await route.fetch(); // it arrives, and its answer does not
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await fillIn(page, 'No answer', []);
    await page.getByRole('button', { name: 'Schedule' }).click();
    await page.getByText('Sending it again is safe').waitFor();
    await page.reload();
    expect(await page.getByLabel('Title').inputValue()).toBe('No answer');
    await page.getByRole('button', { name: 'Schedule' }).click();
    await meetingShown(page);
    await status(page, 'Scheduled');
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever loses the session while typing', async () => {
    await fillIn(page, 'Lost session', []);
    await page.getByLabel('Agenda').fill('A long text that nobody wants to type twice.');
    await page.getByLabel('Optional').click();
    await page.keyboard.type('half@add');
    await context.clearCookies();
    await page.getByLabel('Optional').press('Control+Enter');

    await page.getByRole('dialog', { name: 'You were signed out' }).waitFor();
    await signIn(page, host);
    expect(await page.getByLabel('Title').inputValue()).toBe('Lost session');
    expect(await page.getByLabel('Agenda').inputValue()).toContain('nobody wants to type twice');
    await page.getByRole('button', { name: 'Remove half@add' }).click();
    await page.getByRole('button', { name: 'Schedule' }).click();
    await meetingShown(page);
    await status(page, 'Scheduled');
    expect(await createdFor(host)).toBe(1);
  });

  it('whoever loses the connection while the meeting is being made', async () => {
    await context.route('**/events', (route) => route.abort());
    await fault(microsoft, { kind: 'latency', mailbox: host, delay: 'PT1.5S' });
    await fillIn(page, 'Cut off', []);
    await page.getByRole('button', { name: 'Schedule' }).click();
    await meetingShown(page);
    await page.getByText('The connection was lost.').waitFor();
    await context.unroute('**/events');
    await status(page, 'Scheduled');
    await expect.poll(() => page.getByText('The connection was lost.').count()).toBe(0);
  });
});
