import { describe, expect, it } from 'vitest';
import { daysOf, newRepeat, nthOf, readRule, rule, weekdayOf, type Repeat } from './repeat';

const MONDAY = '2027-03-01';
const week: Repeat = { ...newRepeat('week'), days: ['WE'], every: 2 };

describe('the rule of a form', () => {
  it('is what the gateway is told', () => {
    expect(rule(newRepeat('day'), MONDAY)).toBe('FREQ=DAILY');
    expect(rule(week, MONDAY)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE');
    expect(rule(newRepeat('month'), '2027-03-31')).toBe('FREQ=MONTHLY;BYMONTHDAY=31');
    expect(rule({ ...newRepeat('month'), by: 'weekday' }, '2027-03-09')).toBe('FREQ=MONTHLY;BYDAY=2TU');
    expect(rule({ ...newRepeat('year'), by: 'weekday' }, '2027-03-31')).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=-1WE');
    expect(rule(newRepeat('year'), MONDAY)).toBe('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1');
  });

  it('ends after so many, or with a day', () => {
    expect(rule({ ...week, end: { kind: 'after', count: 10 } }, MONDAY)).toMatch(/;COUNT=10$/);
    expect(rule({ ...week, end: { kind: 'until', date: '2027-06-30' } }, MONDAY)).toMatch(/;UNTIL=20270630$/);
  });

  it('follows the first date', () => {
    expect(daysOf(week, '2027-03-05')).toEqual(['WE', 'FR']);
    expect(weekdayOf('2027-03-07')).toBe('SU');
    expect(weekdayOf('')).toBeUndefined();
    expect(['2027-03-01', '2027-03-08', '2027-03-28', '2027-03-29'].map(nthOf)).toEqual([1, 2, 4, -1]);
  });
});

describe('a rule of the gateway', () => {
  it.each([
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYMONTHDAY=9',
    'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9',
  ])('%s is read and written alike', (text) => {
    expect(rule(readRule(text)!, text.includes('MO,WE') ? MONDAY : '2027-03-09')).toBe(text);
  });

  it('ends on the day that it says', () => {
    expect(readRule('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270329T080000Z')?.end).toEqual({
      kind: 'until',
      date: '2027-03-29',
    });
  });

  it('of another kind is not read', () => expect(readRule('FREQ=HOURLY')).toBeUndefined());
});
