import type { BrowserContext, Page } from 'playwright-core';
import { fault, gateway, microsoft, newMailbox } from './stack';
import { fillIn, meetingShown, paste, status, visit } from './visitor';

/** One view of the portal, and how to get to it. */
export interface View {
  name: string;
  open: (page: Page) => Promise<void>;
}

/** All that there is to see for somebody who has just come, in the order in which it can be seen. */
export function views(context: BrowserContext, host: string): View[] {
  const invited = [`Ann Arbor <${newMailbox('ann')}>`, newMailbox('ben'), newMailbox('cat')];
  const schedule = async (page: Page, title: string) => {
    await page.goto(gateway);
    await fillIn(page, title, invited);
    await page.getByLabel('Agenda').fill('Figures first, then questions.');
    await page.getByRole('button', { name: 'Schedule' }).click();
    await meetingShown(page);
  };
  return [
    { name: 'list-empty', open: async (page) => void (await page.goto(`${gateway}/meetings`)) },
    { name: 'form', open: async (page) => void (await page.goto(gateway)) },
    {
      name: 'form-filled',
      open: async (page) => {
        await fillIn(page, 'Quarterly review', invited);
        await page.getByLabel('Optional').click();
        await paste(page, newMailbox('dan'));
      },
    },
    {
      name: 'form-times',
      open: async (page) => {
        await page.getByRole('combobox', { name: 'End' }).click();
        await page.getByRole('listbox').getByRole('option').first().waitFor();
      },
    },
    {
      name: 'form-zones',
      open: async (page) => {
        await page.keyboard.press('Escape');
        await page.getByLabel('Time zone').fill('lond');
        await page.getByRole('option', { name: /London/ }).waitFor();
      },
    },
    {
      name: 'form-refused',
      open: async (page) => {
        await page.keyboard.press('Escape');
        await page.getByLabel('Title').fill('');
        await page.getByLabel('Required', { exact: true }).click();
        await page.keyboard.type('somebody@nowhere,');
        await page.getByRole('button', { name: 'Schedule' }).click();
        await page.getByText('not right yet').waitFor();
      },
    },
    {
      name: 'account',
      open: async (page) => {
        await page.getByRole('button', { name: /^Your account/ }).click();
        await page.getByRole('radio', { name: 'Deutsch' }).waitFor();
      },
    },
    {
      name: 'meeting-scheduled',
      open: async (page) => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Start over' }).click();
        await schedule(page, 'Quarterly review');
        await status(page, 'Scheduled');
      },
    },
    {
      name: 'meeting-in-progress',
      open: async (page) => {
        await fault(microsoft, { kind: 'latency', mailbox: host, delay: 'PT4S', times: 2 });
        await schedule(page, 'Town hall');
        await page.getByRole('img', { name: 'in progress' }).waitFor();
      },
    },
    {
      name: 'meeting-failed',
      open: async (page) => {
        await status(page, 'Scheduled');
        await fault(microsoft, { kind: 'status-before', method: 'POST', path: '/v1.0/users', mailbox: host, status: 403 });
        await schedule(page, 'Budget round');
        await status(page, 'Failed');
      },
    },
    {
      name: 'list',
      open: async (page) => {
        await page.goto(`${gateway}/meetings`);
        await page.getByRole('link', { name: 'Budget round' }).waitFor();
      },
    },
    {
      name: 'meeting-missing',
      open: async (page) => {
        await page.goto(`${gateway}/meetings/01900000-0000-7000-8000-000000000000`);
        await page.getByRole('heading', { name: 'There is no such meeting' }).waitFor();
      },
    },
    {
      name: 'away',
      open: async (page) => {
        await page.goto(`${gateway}/meetings`);
        await context.route('**/api/v1/meetings?*', (route) => route.abort());
        await page.getByRole('link', { name: 'Past' }).click();
        await page.getByText('Convene cannot be reached').waitFor({ timeout: 20_000 });
        await context.unroute('**/api/v1/meetings?*');
      },
    },
    {
      name: 'session-lost',
      open: async (page) => {
        await context.clearCookies();
        await page.getByRole('link', { name: 'Upcoming' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'welcome',
      open: async (page) => {
        await page.goto(gateway);
        await page.getByRole('button', { name: /Sign in/ }).waitFor();
      },
    },
  ];
}

/** Shows each view to whoever wants to see it. */
export async function tour(
  context: BrowserContext,
  look: (page: Page, view: View) => Promise<void>,
): Promise<void> {
  const host = newMailbox('host');
  const page = await visit(context, host);
  for (const view of views(context, host)) {
    await view.open(page);
    await look(page, view);
  }
}
