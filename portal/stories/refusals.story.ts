import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createdFor, fault, gateway, microsoft, newMailbox, truth } from './stack';
import { expectNoTrouble, fillIn, freshBrowser, meetingShown, status, visit } from './visitor';

let context: BrowserContext;
let page: Page;
const host = newMailbox('host');

beforeAll(async () => {
  context = await freshBrowser();
  page = await visit(context, host);
});
afterAll(() => context.close());

it('what the gateway refuses is shown at the field that it is about', async () => {
  await fillIn(page, ' ', []);
  await page.getByLabel('Required', { exact: true }).click();
  await page.keyboard.type('somebody@nowhere, ');
  await page.getByLabel('Time zone').fill('Kathm');
  await page.getByRole('option', { name: /Kathmandu/ }).click();
  await page.getByLabel('Date').fill('2020-03-01');
  await page.getByRole('button', { name: 'Schedule' }).click();

  await page.getByText('3 things are not right yet.').waitFor();
  expect(await page.getByText('This must not be empty.').isVisible()).toBe(true);
  expect(await page.getByText('This is in the past.').isVisible()).toBe(true);
  expect(await page.getByText('somebody@nowhere: This is not a mailbox address.').isVisible()).toBe(true);
  // Whoever cannot see the page is where the first of them is.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  expect(await createdFor(host)).toBe(0);
});

it('what was mended is accepted', async () => {
  await page.getByRole('button', { name: 'Remove somebody@nowhere' }).click();
  await fillIn(page, 'Budget round', [newMailbox('ann')]);
  await page.getByRole('button', { name: 'Schedule' }).click();
  const meeting = await meetingShown(page);
  await status(page, 'Scheduled');
  expect((await truth(meeting)).meetings).toEqual([true]);
  expect(await page.getByText(/Kathmandu/).isVisible()).toBe(true);
});

it('what Outlook refuses is told with what was undone and what to do', async () => {
  await fault(microsoft, {
    kind: 'status-before',
    method: 'POST',
    path: '/v1.0/users',
    mailbox: host,
    status: 403,
  });
  await page.getByRole('link', { name: 'New meeting' }).click();
  await fillIn(page, 'Interview', [newMailbox('ann')]);
  await page.getByRole('button', { name: 'Schedule' }).click();
  const meeting = await meetingShown(page);
  await status(page, 'Failed');

  expect(await page.getByText('The Webex meeting was deleted again. Nobody was invited.').isVisible()).toBe(true);
  expect(await page.getByRole('img', { name: 'failed' }).count()).toBe(1);
  expect(await truth(meeting)).toEqual({ meetings: [false], events: 0, invited: [], cancelled: [] });
  await page.getByRole('button', { name: 'Change it and schedule again' }).click();
  expect(await page.getByLabel('Title').inputValue()).toBe('Interview');
  expect(await page.getByLabel('Date').inputValue()).toBe('2027-03-01');
});

it('what is not there, or not theirs, is said', async () => {
  await page.goto(`${gateway}/meetings/01900000-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { name: 'There is no such meeting' }).waitFor();
  await page.goto(`${gateway}/meetings/a/b`);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

it('a gateway that cannot be reached is said, with what to do', async () => {
  await page.goto(`${gateway}/meetings`);
  await page.getByRole('link', { name: 'Interview' }).waitFor();
  await context.route('**/api/v1/meetings?*', (route) => route.abort());
  await page.getByRole('link', { name: 'Past' }).click();
  await page.getByText('Convene cannot be reached').waitFor({ timeout: 20_000 });
  await context.unroute('**/api/v1/meetings?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No meeting fits this choice.').waitFor();
});

it('no script failed on the way', () => expectNoTrouble(page));
