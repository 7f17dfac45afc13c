import { describe, expect, it } from 'vitest';
import { emptyDraft, times, withStart, type Draft } from './draft';
import { request } from './request';

const draft: Draft = {
  ...emptyDraft('Europe/Berlin', Date.UTC(2027, 0, 15, 9)),
  title: 'Review',
  date: '2027-03-01',
  start: '10:00',
  end: '10:45',
};

describe('a form', () => {
  it('begins with the next half hour, in the zone of the browser', () => {
    expect(emptyDraft('Europe/Berlin', Date.UTC(2027, 0, 15, 9))).toMatchObject({
      date: '2027-01-15',
      start: '10:30',
      end: '11:00',
      timeZone: 'Europe/Berlin',
      title: '',
    });
  });

  it('has a key of its own', () => {
    expect(emptyDraft('UTC', 0).key).not.toBe(emptyDraft('UTC', 0).key);
  });

  it('keeps its duration when the start moves, also over midnight', () => {
    expect(withStart(draft, '14:00').end).toBe('14:45');
    expect(withStart(draft, '23:30').end).toBe('00:15');
    expect(withStart({ ...draft, start: '23:30', end: '00:15' }, '9').end).toBe('09:45');
  });

  it('lets a start stand that is not typed to its end', () => {
    expect(withStart(draft, '1:')).toMatchObject({ start: '1:', end: '01:45' });
    expect(withStart(draft, 'x')).toMatchObject({ start: 'x', end: '10:45' });
  });

  it('ends on the next day when the end is earlier than the start', () => {
    expect(times({ ...draft, start: '23:30', end: '0:15' })).toEqual({
      start: '2027-03-01T23:30',
      end: '2027-03-02T00:15',
      nextDay: true,
    });
    expect(times({ ...draft, end: '10:00' }).end).toBe('2027-03-01T10:00');
  });
});

describe('what is sent of it', () => {
  it('is what was filled in, and nothing else', () => {
    expect(request({ ...draft, agenda: ' \n' }, 'bob@x.example')).toEqual({
      title: 'Review',
      host: 'bob@x.example',
      start: '2027-03-01T10:00',
      end: '2027-03-01T10:45',
      timeZone: 'Europe/Berlin',
      attendees: [],
    });
  });

  it('has required people first, then optional ones, and minutes as numbers', () => {
    expect(
      request(
        {
          ...draft,
          required: [{ email: 'ada@x.example', name: 'Ada' }],
          optional: [{ email: 'grace@x.example' }],
          reminder: '0',
          joinBeforeHost: '5',
        },
        'bob@x.example',
      ),
    ).toMatchObject({
      attendees: [
        { email: 'ada@x.example', name: 'Ada', type: 'required' },
        { email: 'grace@x.example', type: 'optional' },
      ],
      reminderMinutes: 0,
      joinBeforeHostMinutes: 5,
    });
  });

  it('has what was typed last among the people, for the gateway to refuse if it is no address', () => {
    const typing = { required: ' grace at home ', optional: '' };
    expect(request({ ...draft, typing }, 'bob@x.example').attendees).toEqual([
      { email: 'grace at home', type: 'required' },
    ]);
  });

  it('keeps what cannot be read, for the gateway to refuse', () => {
    expect(request({ ...draft, start: 'noon', date: '' }, 'bob@x.example').start).toBe('Tnoon');
  });
});
