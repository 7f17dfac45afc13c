import type { Problem, Schemas } from '../api/client';

type RequestError = Schemas['RequestError'];

/** The fields of the form that a refusal can be shown at. */
export type FieldName =
  | 'title'
  | 'agenda'
  | 'host'
  | 'start'
  | 'end'
  | 'timeZone'
  | 'repeat'
  | 'required'
  | 'optional'
  | 'reminder'
  | 'joinBeforeHost';

/** One thing that is wrong, and where; without a field it belongs above the form. */
export interface Wrong {
  field?: FieldName;
  /** Which of the people in that field. */
  person?: number;
  error: RequestError;
}

const FIELDS: Record<string, FieldName> = {
  title: 'title',
  agenda: 'agenda',
  host: 'host',
  start: 'start',
  end: 'end',
  timeZone: 'timeZone',
  recurrence: 'repeat',
  attendees: 'required',
  reminderMinutes: 'reminder',
  joinBeforeHostMinutes: 'joinBeforeHost',
};

/**
 * Brings each error of a refusal to the field that it is about.
 *
 * @param requiredPeople how many of the attendees that were sent are those of the first field
 */
export function wrongs(problem: Problem | undefined, requiredPeople: number): Wrong[] {
  return (problem?.errors ?? []).map((error) => {
    const [, name = '', index] = (error.pointer ?? '').split('/');
    const field = FIELDS[name];
    if (!field) {
      return { error };
    }
    const place = Number(index);
    if (name !== 'attendees' || index === undefined || Number.isNaN(place)) {
      return { field, error };
    }
    return place < requiredPeople
      ? { field: 'required', person: place, error }
      : { field: 'optional', person: place - requiredPeople, error };
  });
}
