import { nextHalfHour, plusMinutes, minutesOf, readTime } from '../time/clock';
import type { Person } from '../people/addresses';
import type { Repeat } from './repeat';

/** The form as it stands, half-filled or not. */
export interface Draft {
  /** Sent with the form: however often it is sent, from whichever tab, it is one meeting. */
  key: string;
  title: string;
  agenda: string;
  date: string;
  start: string;
  end: string;
  timeZone: string;
  /** Absent where it takes place once. */
  repeat?: Repeat;
  required: Person[];
  optional: Person[];
  /** What is typed in those two fields and not yet an address. */
  typing: { required: string; optional: string };
  /** Minutes as text; empty for the host's own default. */
  reminder: string;
  /** Minutes as text; empty where the host must be there first. */
  joinBeforeHost: string;
  /** The title of the meeting that it was filled in from. */
  like?: string;
}

export function emptyDraft(zone: string, now: number): Draft {
  return {
    key: crypto.randomUUID(),
    title: '',
    agenda: '',
    ...nextHalfHour(zone, now),
    timeZone: zone,
    required: [],
    optional: [],
    typing: { required: '', optional: '' },
    reminder: '',
    joinBeforeHost: '',
  };
}

/** Another start moves the end along, so that the meeting stays as long as it was. */
export function withStart(draft: Draft, typed: string): Draft {
  const [before, start, end] = [draft.start, typed, draft.end].map(readTime);
  if (!before || !start || !end) {
    return { ...draft, start: typed };
  }
  const length = (minutesOf(end) - minutesOf(before) + 1440) % 1440;
  return { ...draft, start: typed, end: plusMinutes(start, length).time };
}

/** Start and end as the API wants them; what cannot be read is left as it is, to be refused. */
export function times(draft: Draft): { start: string; end: string; nextDay: boolean } {
  const start = readTime(draft.start) ?? draft.start;
  const end = readTime(draft.end) ?? draft.end;
  const nextDay = readTime(start) !== undefined && readTime(end) !== undefined && end < start;
  const endDate = nextDay ? dayAfter(draft.date) : draft.date;
  return { start: `${draft.date}T${start}`, end: `${endDate}T${end}`, nextDay };
}

function dayAfter(date: string): string {
  const day = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(day) ? date : new Date(day + 86_400_000).toISOString().slice(0, 10);
}

/** The people of a field, and what was typed there last, which may be one. */
export function peopleIn(draft: Draft, field: 'required' | 'optional'): Person[] {
  const typed = draft.typing[field].trim();
  return typed ? [...draft[field], { email: typed }] : draft[field];
}
