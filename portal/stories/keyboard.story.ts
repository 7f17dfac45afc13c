import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newMailbox, truth } from './stack';
import { expectNoTrouble, freshBrowser, meetingShown, status, visit } from './visitor';

let context: BrowserContext;
let page: Page;
const ann = newMailbox('ann');

beforeAll(async () => {
  context = await freshBrowser();
  page = await visit(context, newMailbox('host'));
});
afterAll(() => context.close());

/** What the focus is on, by the name that a screen reader says. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const labels = [...(element?.labels ?? [])].map((label) => label.textContent);
    return [...labels, element?.getAttribute('aria-label'), element?.textContent].filter(Boolean).join(' ').trim();
  });
}

/** Goes on with Tab until that is reached, and returns what was passed on the way. */
async function tabTo(name: RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (name.test(now)) {
      return passed;
    }
    passed.push(now);
  }
  throw new Error(`Tab does not come to ${String(name)}, only to ${passed.join(' | ')}`);
}

it('whoever has only a keyboard schedules a meeting, field by field in the order of the page', async () => {
  await tabTo(/^Skip to the content/);
  await page.keyboard.press('Enter');
  await tabTo(/^Title/);
  await page.keyboard.type('By keyboard');
  await tabTo(/^Date/);
  await page.keyboard.type('03012027'); // the browser's own language, not the page's, says in which order
  await tabTo(/^Start/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('10.00');
  await page.keyboard.press('Escape');
  await tabTo(/^End/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await tabTo(/^Time zone/);
  await page.keyboard.type('new york');
  await page.getByRole('option', { name: /New York/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(/^Required/);
  await page.keyboard.type(`${ann}; carol-by-mistake@load.example;`);
  // Back among the people, one is taken out.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Remove carol-by-mistake@load.example');
  await page.keyboard.press('Delete');
  await tabTo(/^Agenda/);
  await page.keyboard.type('No mouse was used.');
  await tabTo(/^Schedule/);
  await page.keyboard.press('Enter');

  const meeting = await meetingShown(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('By keyboard');
  await status(page, 'Scheduled');
  expect(await truth(meeting)).toEqual({ meetings: [true], events: 1, invited: [ann], cancelled: [] });
  expect(await page.getByText('New York, GMT−5').isVisible()).toBe(true);
});

it('the progress is said to whoever cannot see it', async () => {
  const said = page.locator('[role=status][aria-live=polite]');
  await expect.poll(() => said.textContent()).toContain('Your meeting is scheduled');
});

it('what is above the page closes with Escape, and gives the focus back', async () => {
  await page.keyboard.press('Home');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(/^Your account/);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Deutsch' }).waitFor();
  await tabTo(/^English|^Deutsch/);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('link', { name: 'Neu planen' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toMatch(/^Ihr Konto/);
  await page.reload();
  await page.getByRole('link', { name: 'Neu planen' }).waitFor();
});

it('no script failed on the way', () => expectNoTrouble(page));
