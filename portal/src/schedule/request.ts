import type { Schemas } from '../api/client';
import type { Person } from '../people/addresses';
import { peopleIn, times, type Draft } from './draft';
import { rule } from './repeat';

export type MeetingRequest = Schemas['MeetingRequest'];
type Invited = Schemas['Invited'];

/**
 * What is sent of a form. Nothing is checked here: the gateway says what is wrong, all at once, and
 * in the same words for everybody who schedules.
 */
export function request(draft: Draft, host: string): MeetingRequest {
  const { start, end } = times(draft);
  const agenda = draft.agenda.trim();
  return {
    title: draft.title,
    ...(agenda && { agenda }),
    host,
    start,
    end,
    timeZone: draft.timeZone,
    attendees: [
      ...peopleIn(draft, 'required').map((person) => invited(person, 'required')),
      ...peopleIn(draft, 'optional').map((person) => invited(person, 'optional')),
    ],
    ...(draft.reminder && { reminderMinutes: Number(draft.reminder) }),
    ...(draft.repeat && { recurrence: rule(draft.repeat, draft.date) }),
    ...(draft.joinBeforeHost && { joinBeforeHostMinutes: Number(draft.joinBeforeHost) }),
  };
}

function invited({ email, name }: Person, type: 'required' | 'optional'): Invited {
  return { email, ...(name && { name }), type };
}
