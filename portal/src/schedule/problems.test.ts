import { describe, expect, it } from 'vitest';
import { wrongs } from './problems';

const problem = (...pointers: (string | undefined)[]) => ({
  type: 'urn:convene:problem:invalid-request',
  title: 'The request is not valid',
  status: 400,
  detail: 'Things are wrong.',
  errors: pointers.map((pointer) => ({
    ...(pointer !== undefined && { pointer }),
    code: 'required',
    detail: 'This field is required.',
  })),
});

describe('a refusal', () => {
  it('is shown at the fields that it is about', () => {
    expect(
      wrongs(problem('/title', '/start', '/reminderMinutes', '/attendees'), 2).map((wrong) => wrong.field),
    ).toEqual(['title', 'start', 'reminder', 'required']);
  });

  it('finds the person, among the required and the optional', () => {
    expect(
      wrongs(problem('/attendees/1/email', '/attendees/2/email', '/attendees/3/name'), 2).map(
        ({ field, person }) => [field, person],
      ),
    ).toEqual([
      ['required', 1],
      ['optional', 0],
      ['optional', 1],
    ]);
  });

  it('that is about nothing in the form is shown above it', () => {
    expect(wrongs(problem('/unknown', undefined, ''), 0).map((wrong) => wrong.field)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(wrongs(undefined, 0)).toEqual([]);
  });
});
