import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { gateway, newMailbox, truth } from './stack';
import { expectNoTrouble, fillIn, freshBrowser, meetingShown, SIZES, status, visit } from './visitor';

describe.each(Object.entries(SIZES))('somebody with a %s', (_, size) => {
  let context: BrowserContext;
  let page: Page;
  const host = newMailbox('host');
  const [ann, ben] = [newMailbox('ann'), newMailbox('ben')];
  let meeting = '';

  afterAll(() => context?.close());

  it('schedules a meeting and watches it happen', async () => {
    context = await freshBrowser(size);
    page = await visit(context, host);
    await fillIn(page, 'Quarterly review', [`Ann Arbor <${ann}>`, ben]);
    expect(await page.getByText('Duration: 30 minutes').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Schedule' }).click();

    meeting = await meetingShown(page);
    await status(page, 'Scheduled');
    expect(await page.getByRole('img', { name: 'done' }).count()).toBe(3);
    expect(await truth(meeting)).toEqual({
      meetings: [true],
      events: 1,
      invited: expect.arrayContaining([ann, ben]) as unknown,
      cancelled: [],
    });
    expect(await page.title()).toBe('Quarterly review · Convene');
  });

  it('copies the link to join, and finds the event in Outlook', async () => {
    await page.getByRole('button', { name: 'Copy join link' }).click();
    await page.getByText('The join link is copied.').first().waitFor();
    const link = await page.getByRole('link', { name: 'Join Webex meeting' }).getAttribute('href');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    expect(await page.getByRole('link', { name: 'Open in Outlook' }).getAttribute('href')).toMatch(/^http/);
    expect(await page.getByText('Ann Arbor').isVisible()).toBe(true);
  });

  it('finds it in the list, narrows the list, and goes back', async () => {
    await page.getByRole('link', { name: 'My meetings' }).click();
    await page.getByRole('link', { name: 'Quarterly review' }).waitFor();
    await page.getByRole('link', { name: 'Problems' }).click();
    await page.getByText('No meeting fits this choice.').waitFor();
    expect(page.url()).toBe(`${gateway}/meetings?show=problems`);
    await page.goBack();
    await page.getByRole('link', { name: 'Quarterly review' }).click();
    expect(await meetingShown(page)).toBe(meeting);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('schedules another like it', async () => {
    await page.getByRole('button', { name: 'Schedule another like this' }).click();
    expect(await page.getByLabel('Title').inputValue()).toBe('Quarterly review');
    await page.getByRole('button', { name: `Remove Ann Arbor` }).click();
    await page.getByRole('button', { name: 'Schedule' }).click();
    const another = await meetingShown(page);
    await status(page, 'Scheduled');
    expect(another).not.toBe(meeting);
    expect((await truth(another)).invited).toEqual([ben]);
  });

  it('meets no error on the way, and nobody else was asked for anything', () => expectNoTrouble(page));
});
