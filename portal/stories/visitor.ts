import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, devices, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { gateway } from './stack';

/** Where Chromium is: as the environment says, or where distributions put it. */
export function browserPath(): string {
  const found = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!found) {
    throw new Error('There is no Chromium; say in CHROMIUM where it is.');
  }
  return found;
}

export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  telephone: devices['Pixel 7'],
} satisfies Record<string, BrowserContextOptions>;

/** A profile of its own, in which nothing is kept from before. */
export function freshBrowser(options: BrowserContextOptions = SIZES.desktop): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'convene-browser-')), {
    executablePath: browserPath(),
    headless: true,
    args: ARGUMENTS,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
}

/** Signs in from the page that is open, by way of Microsoft's pages, and comes back to it. */
export async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.getByRole('button', { name: /Sign in/ }).click();
  await throughMicrosoft(page, mailbox);
}

/** The same where auth-service or Microsoft ask; a session that goes on there asks nothing. */
async function throughMicrosoft(page: Page, mailbox: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in with Microsoft' }).click();
  await choose(page, mailbox);
  await page.waitForURL((url) => url.origin === gateway);
}

/** On a vendor's pages, whose buttons have the people that are listed. */
async function choose(page: Page, mailbox: string): Promise<void> {
  const person = page.locator('button[name=user]').first();
  await person.evaluate((button: HTMLButtonElement, value) => (button.value = value), mailbox);
  await person.click();
  await page.locator('button[value=accept]').click();
}

/** Lets Convene schedule with the person's own rights at Webex, too, in a tab of its own. */
async function connectWebex(context: BrowserContext, mailbox: string): Promise<void> {
  const me = (await (await context.request.get(`${gateway}/api/v1/me`)).json()) as { accounts: string };
  const tab = await context.newPage();
  await tab.goto(`${me.accounts}/webex/connect`);
  await choose(tab, mailbox);
  await tab.waitForURL(/connected=webex/);
  await tab.close();
}

/** Opens the portal as that person, who has connected both accounts. */
export async function visit(context: BrowserContext, mailbox: string, path = '/'): Promise<Page> {
  const page = await context.newPage();
  watchForTrouble(page);
  await page.goto(gateway + path);
  await signIn(page, mailbox);
  await page.getByRole('navigation').waitFor();
  await connectWebex(context, mailbox);
  return page;
}

const TROUBLE = new WeakMap<Page, string[]>();

function watchForTrouble(page: Page): void {
  const trouble: string[] = [];
  TROUBLE.set(page, trouble);
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    // What a story provokes, such as a refusal, the browser notes by itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      trouble.push(message.text());
    }
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (page.url().startsWith(gateway) && protocol.startsWith('http') && origin !== gateway && !request.isNavigationRequest()) {
      trouble.push(`The page asked another site: ${request.url()}`);
    }
  });
}

/** No script failed, the content security policy stopped nothing, and nobody else was asked. */
export function expectNoTrouble(page: Page): void {
  expect(TROUBLE.get(page)).toEqual([]);
}

/** Pastes a text where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Fills in the form: what is needed, a day that is far enough, and who is invited. */
export async function fillIn(page: Page, title: string, invited: string[]): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Date').fill('2027-03-01');
  await page.getByRole('combobox', { name: 'Start' }).fill('10:00');
  if (invited.length > 0) {
    await page.getByLabel('Required', { exact: true }).click();
    await paste(page, invited.join('; '));
  }
}

/** Waits for the page of a meeting, and says which it is. */
export async function meetingShown(page: Page): Promise<string> {
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
}

export function status(page: Page, text: string) {
  return page.locator('article').getByText(text, { exact: true }).first().waitFor({ timeout: 30_000 });
}
