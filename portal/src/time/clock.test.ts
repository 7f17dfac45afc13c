import { describe, expect, it } from 'vitest';
import {
  localIn,
  minutesBetween,
  moment,
  nextHalfHour,
  offset,
  plusDays,
  plusMinutes,
  readTime,
} from './clock';

const BERLIN = 'Europe/Berlin';

describe('a local time', () => {
  it('is the moment that the zone says', () => {
    expect(new Date(moment('2027-01-15T10:00', BERLIN)!).toISOString()).toBe('2027-01-15T09:00:00.000Z');
    expect(new Date(moment('2027-07-15T10:00', BERLIN)!).toISOString()).toBe('2027-07-15T08:00:00.000Z');
    expect(new Date(moment('2027-07-15T10:00', 'Asia/Kathmandu')!).toISOString()).toBe(
      '2027-07-15T04:15:00.000Z',
    );
  });

  it('that the clocks show twice is the earlier', () => {
    expect(new Date(moment('2027-10-31T02:30', BERLIN)!).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it('that the clocks skip is none, and neither is nonsense', () => {
    expect(moment('2027-03-28T02:30', BERLIN)).toBeUndefined();
    expect(moment('2027-02-30Tnoon', BERLIN)).toBeUndefined();
    expect(moment('T10:00', BERLIN)).toBeUndefined();
  });

  it('is right on the far sides of the date line', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns']) {
      expect(localIn(zone, moment('2027-05-05T23:45', zone)!)).toBe('2027-05-05T23:45');
    }
  });
});

describe('a duration', () => {
  it('counts what passes, not what the clock face says', () => {
    expect(minutesBetween('2027-03-28T01:00', '2027-03-28T04:00', BERLIN)).toBe(120);
    expect(minutesBetween('2027-10-31T01:00', '2027-10-31T04:00', BERLIN)).toBe(240);
    expect(minutesBetween('2027-06-01T10:00', '2027-06-01T10:45', BERLIN)).toBe(45);
    expect(minutesBetween('2027-06-01T10:00', '', BERLIN)).toBeUndefined();
  });
});

describe('an offset', () => {
  it('is in minutes, ahead of UTC', () => {
    expect(offset('Asia/Kolkata', Date.UTC(2027, 0, 1))).toBe(330);
    expect(offset('America/New_York', Date.UTC(2027, 0, 1, 0, 0, 59, 999))).toBe(-300);
  });
});

describe('days and minutes later', () => {
  it('cross months, years and midnight', () => {
    expect(plusDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusMinutes('23:45', 30)).toEqual({ time: '00:15', days: 1 });
    expect(plusMinutes('10:00', -30)).toEqual({ time: '09:30', days: 0 });
  });
});

describe('a time that somebody types', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['1415', '14:15'],
    ['9:30', '09:30'],
    ['9.05', '09:05'],
    [' 14 Uhr ', '14:00'],
    ['14:30 uhr', '14:30'],
    ['21h30', '21:30'],
    ['9 pm', '21:00'],
    ['12 am', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['00:00', '00:00'],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it.each(['', 'noon', '24:00', '9:60', '13 pm', '0 am', '12345', '9:30:15'])('%s is none', (typed) =>
    expect(readTime(typed)).toBeUndefined(),
  );
});

describe('the next half hour', () => {
  it('leaves five minutes, and goes over midnight', () => {
    expect(nextHalfHour('UTC', Date.UTC(2027, 0, 1, 9, 25))).toEqual({
      date: '2027-01-01',
      start: '09:30',
      end: '10:00',
    });
    expect(nextHalfHour('UTC', Date.UTC(2027, 0, 1, 9, 26)).start).toBe('10:00');
    expect(nextHalfHour('UTC', Date.UTC(2027, 0, 1, 23, 40))).toEqual({
      date: '2027-01-02',
      start: '00:00',
      end: '00:30',
    });
    expect(nextHalfHour('Asia/Kathmandu', Date.UTC(2027, 0, 1, 9, 0)).start).toBe('15:00');
  });
});
