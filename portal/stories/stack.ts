/** The stack that the stories are told against: whoever starts them says where it is. */
function url(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; README.md says how to run them.`);
  }
  return value.replace(/\/$/, '');
}

export const gateway = url('CONVENE_GATEWAY');
export const webex = url('CONVENE_WEBEX');
export const microsoft = url('CONVENE_MICROSOFT');

let people = 0;

/** The mailbox of somebody at both vendors whom no other story knows. */
export function newMailbox(role: string): string {
  people += 1;
  return `${role}-${process.pid}-${people}@load.example`;
}

interface Item {
  [field: string]: unknown;
}

async function items(simulator: string, list: string, filter: Record<string, string>): Promise<Item[]> {
  const answer = await fetch(`${simulator}/_sim/${list}?${new URLSearchParams(filter)}`);
  return ((await answer.json()) as { items: Item[] }).items;
}

function to(mails: Item[], kind: string): string[] {
  return mails.filter((mail) => mail['kind'] === kind).map((mail) => String(mail['to']));
}

/** What really came of a meeting, as the vendors' simulators hold it. */
export async function truth(meeting: string) {
  const [meetings, events, mails] = await Promise.all([
    items(webex, 'meetings', { tag: `convene:${meeting}` }),
    items(microsoft, 'events', { ref: meeting }),
    items(microsoft, 'outbox', { ref: meeting }),
  ]);
  return {
    /** Whether each Webex meeting that was ever made for it is still there. */
    meetings: meetings.map((each) => !each['deleted']),
    /** The host's own events, without the copies of those who are invited. */
    events: events.filter((each) => each['organizer'] === true).length,
    invited: to(mails, 'invite'),
    cancelled: to(mails, 'cancel'),
  };
}

/** How many meetings Webex was asked to make for that host, and made. */
export async function createdFor(host: string): Promise<number> {
  const calls = await items(webex, 'journal', { mailbox: host, max: '1000' });
  return calls.filter((each) => each['effect'] === 'created').length;
}

/** From now on something goes wrong for that mailbox. */
export async function fault(simulator: string, kind: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${simulator}/_sim/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(kind),
  });
  if (answer.status !== 201) {
    throw new Error(`There is no such fault: ${await answer.text()}`);
  }
}
