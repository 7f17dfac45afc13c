import type { Schemas } from '../api/client';
import { localIn, moment, plusDays } from '../time/clock';
import { emptyDraft, type Draft } from './draft';
import { readRule } from './repeat';

type Details = Schemas['MeetingDetails'];

/** A form like a meeting that there was, at the next time of day that is still to come. */
export function draftLike(details: Details, now: number): Draft {
  const { timeZone } = details;
  const date = (details.start ?? '').slice(0, 10);
  const start = (details.start ?? '').slice(11, 16);
  const repeat = details.recurrence ? readRule(details.recurrence) : undefined;
  const people = (type: string) =>
    (details.attendees ?? [])
      .filter((each) => each.type === type)
      .map(({ email, name }) => ({ email, ...(name && { name }) }));
  return {
    ...emptyDraft(timeZone, now),
    title: details.title,
    agenda: details.agenda ?? '',
    date: nextDate(date, start, timeZone, now),
    start,
    end: (details.end ?? '').slice(11, 16),
    ...(repeat && { repeat }),
    required: people('required'),
    optional: people('optional'),
    reminder: text(details.reminderMinutes),
    joinBeforeHost: text(details.joinBeforeHostMinutes),
    like: details.title,
  };
}

function text(minutes: number | null | undefined): string {
  return minutes === null || minutes === undefined ? '' : String(minutes);
}

/** The same day if it is still to come, else today, else tomorrow. */
function nextDate(date: string, start: string, zone: string, now: number): string {
  const today = localIn(zone, now).slice(0, 10);
  const days = [date, today, plusDays(today, 1)];
  return days.find((day) => (moment(`${day}T${start}`, zone) ?? 0) > now) ?? date;
}
