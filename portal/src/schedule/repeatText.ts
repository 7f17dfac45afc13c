import i18next from 'i18next';
import { asLocal } from '../language/dates';
import { locale } from '../language/language';
import { dayText } from '../language/words';
import { daysOf, nthOf, readRule, weekdayOf, WEEKDAYS, type Repeat, type Weekday } from './repeat';

const NTH = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;

/** `Monday`, or `Mon`. */
export function weekdayText(day: Weekday, length: 'long' | 'short' = 'long'): string {
  // The first of March 2027 is a Monday.
  const date = `2027-03-${String(WEEKDAYS.indexOf(day) + 1).padStart(2, '0')}`;
  return asLocal(date, { weekday: length }, locale());
}

/** `on the second Tuesday of March`, for a month or a year. */
export function onWeekday({ unit }: Pick<Repeat, 'unit'>, date: string): string {
  const nth = NTH[nthOf(date) as keyof typeof NTH];
  const day = weekdayOf(date);
  if (!nth || !day) {
    return '';
  }
  const values = { nth: i18next.t(`repeat.${nth}`), day: weekdayText(day) };
  return unit === 'year'
    ? i18next.t('repeat.onWeekdayOf', { ...values, month: asLocal(date, { month: 'long' }, locale()) })
    : i18next.t('repeat.onWeekday', values);
}

/** `on day 9`, or `on 9 March` where it is once a year. */
export function onDate({ unit }: Pick<Repeat, 'unit'>, date: string): string {
  return unit === 'year'
    ? i18next.t('repeat.onDateOf', { date: asLocal(date, { day: 'numeric', month: 'long' }, locale()) })
    : i18next.t('repeat.onDate', { day: Number(date.slice(8, 10)) });
}

function on(repeat: Repeat, date: string): string {
  switch (repeat.unit) {
    case 'day':
      return '';
    case 'week': {
      const list = new Intl.ListFormat(locale(), { type: 'conjunction' });
      return i18next.t('repeat.onDays', { days: list.format(daysOf(repeat, date).map((day) => weekdayText(day))) });
    }
    case 'month':
    case 'year':
      return repeat.by === 'date' ? onDate(repeat, date) : onWeekday(repeat, date);
  }
}

function until({ end }: Repeat): string {
  switch (end.kind) {
    case 'never':
      return '';
    case 'after':
      return i18next.t('repeat.times', { count: end.count });
    case 'until':
      return i18next.t('repeat.until', { date: dayText(end.date) });
  }
}

/** `Every 2 weeks on Monday and Wednesday, 10 times`. */
export function repeatText(repeat: Repeat, date: string): string {
  const every = i18next.t(`repeat.each_${repeat.unit}`, { count: repeat.every });
  return [every, on(repeat, date), until(repeat)].filter(Boolean).join(' ').replace(' ,', ',');
}

/** The same of a rule as the gateway keeps it; the rule itself where it is of a kind not known here. */
export function recurrenceText(recurrence: string, start: string): string {
  const repeat = readRule(recurrence);
  return repeat ? repeatText(repeat, start.slice(0, 10)) : recurrence;
}
