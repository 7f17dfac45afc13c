import { describe, expect, it } from 'vitest';
import { draftLike } from './again';

const details = {
  title: 'Review',
  host: 'bob@x.example',
  start: '2027-03-01T10:00:00',
  end: '2027-03-01T10:45:00',
  timeZone: 'Europe/Berlin',
  attendees: [
    { email: 'ada@x.example', name: 'Ada', type: 'required' as const },
    { email: 'grace@x.example', type: 'optional' as const },
  ],
  reminderMinutes: 0,
};

describe('a form like a meeting', () => {
  it('has what the meeting had, and a key of its own', () => {
    const draft = draftLike(details, Date.UTC(2027, 1, 1));
    expect(draft).toMatchObject({
      title: 'Review',
      date: '2027-03-01',
      start: '10:00',
      end: '10:45',
      timeZone: 'Europe/Berlin',
      required: [{ email: 'ada@x.example', name: 'Ada' }],
      optional: [{ email: 'grace@x.example' }],
      reminder: '0',
      joinBeforeHost: '',
    });
    expect(draft.key).toHaveLength(36);
  });

  it('is for today or tomorrow when the meeting is over', () => {
    expect(draftLike(details, Date.UTC(2027, 4, 5, 6)).date).toBe('2027-05-05');
    expect(draftLike(details, Date.UTC(2027, 4, 5, 12)).date).toBe('2027-05-06');
  });
});
