import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newMailbox, truth } from './stack';
import { expectNoTrouble, fillIn, freshBrowser, meetingShown, status, visit } from './visitor';

let context: BrowserContext;
let page: Page;
const ann = newMailbox('ann');

beforeAll(async () => {
  context = await freshBrowser();
  page = await visit(context, newMailbox('host'));
});
afterAll(() => context.close());

it('a meeting that repeats is said in a sentence, with its dates and the change of the clocks', async () => {
  await fillIn(page, 'Weekly round', []);
  await page.getByLabel('Repeat').selectOption('week');
  await page.getByRole('button', { name: 'Wed', exact: true }).click();
  await page.getByLabel('Ends').selectOption('after');
  await page.getByLabel('Times').fill('10');

  await page.getByText('Every week on Monday and Wednesday, 10 times').waitFor();
  await page.getByRole('button', { name: 'Show all 10 dates' }).click();
  const clocks = page.getByRole('listitem').filter({ hasText: 'Clocks change: UTC +02:00' });
  await clocks.waitFor();
  expect(await clocks.textContent()).toContain('29 March 2027');
});

it('what Webex and Outlook would not mean the same by is said before it is sent', async () => {
  await page.getByLabel('Repeat').selectOption('month');
  await page.getByLabel('Date').fill('2027-03-31');
  await page.getByText('Every month on day 31, 10 times').waitFor();
  await page.getByText('Not every month has this day.').waitFor();
  await page.getByLabel('On', { exact: true }).selectOption('weekday');
  await page.getByText('Every month on the last Wednesday, 10 times').waitFor();
  await expect.poll(() => page.getByText('Not every month has this day.').count()).toBe(0);
  await page.getByText('28 April 2027').waitFor();
  await page.getByLabel('Repeat').selectOption('');
});

it('a meeting is cancelled with a note, on both sides', async () => {
  await fillIn(page, 'To be cancelled', [ann]);
  await page.getByRole('button', { name: 'Schedule' }).click();
  const meeting = await meetingShown(page);
  await status(page, 'Scheduled');
  await page.getByRole('button', { name: 'Cancel meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel “To be cancelled”?' });
  await dialog.getByLabel('Note to the attendees').fill('The budget is approved.');
  await dialog.getByRole('button', { name: 'Cancel the meeting' }).click();

  await status(page, 'Cancelled');
  expect(await page.getByText('Attendees are told: The budget is approved.').isVisible()).toBe(true);
  expect(await truth(meeting)).toMatchObject({ meetings: [false], invited: [ann], cancelled: [ann] });
  await page.getByRole('link', { name: 'My meetings' }).click();
  await page.getByRole('link', { name: 'Cancelled' }).click();
  await page.getByRole('link', { name: 'To be cancelled' }).waitFor();
});

it('a dialog closes with Escape and changes nothing', async () => {
  await page.getByRole('link', { name: 'New meeting' }).click();
  await fillIn(page, 'To be kept', []);
  await page.getByRole('button', { name: 'Schedule' }).click();
  await meetingShown(page);
  await status(page, 'Scheduled');
  await page.getByRole('button', { name: 'Cancel meeting' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await status(page, 'Scheduled');
});

it('no script failed on the way', () => expectNoTrouble(page));
