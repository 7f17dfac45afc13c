import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { asLocal } from './dates';
import { locale } from './language';

type Reason = Schemas['Reason'];
type RequestError = Schemas['RequestError'];

/** A sentence in the person's language, or, where there is none, as it came, in English. */
export interface Sentence {
  text: string;
  lang?: 'en';
}

function known(key: string, fallback: string, values: Record<string, unknown> = {}): Sentence {
  return i18next.exists(key)
    ? { text: String(i18next.t(key as never, values as never)) }
    : { text: fallback, lang: 'en' };
}

/** Why something did not happen. */
export function reasonText(reason: Reason): Sentence {
  return known(`reason.${reason.code}`, reason.message);
}

/** What is wrong with a field. */
export function errorText(error: RequestError): Sentence {
  return known(`refusal.${error.code}`, error.detail, { allowed: error.allowed ?? '' });
}

/** `1 hour 30 minutes`. */
export function durationText(minutes: number): string {
  const parts = [
    { key: 'duration.days', count: Math.floor(minutes / 1440) },
    { key: 'duration.hours', count: Math.floor((minutes % 1440) / 60) },
    { key: 'duration.minutes', count: minutes % 60 },
  ] as const;
  const said = parts.filter(({ count }) => count > 0).map(({ key, count }) => i18next.t(key, { count }));
  return said.join(' ') || i18next.t('duration.minutes', { count: 0 });
}

/** How long a step took: `1.7 s`, `312 ms`. */
export function tookText(millis: number): string {
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: millis < 1000 ? 0 : 1 });
  return millis < 1000 ? `${number.format(millis)} ms` : `${number.format(millis / 1000)} s`;
}

/** A day, with its weekday: `Monday, 1 March 2027`. */
export function dayText(date: string): string {
  return asLocal(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, locale());
}

/** A time of day as it is written here: `09:30`, `9:30 AM`. */
export function timeText(time: string): string {
  return asLocal(`2000-01-01T${time}`, { hour: '2-digit', minute: '2-digit' }, locale());
}

/** From when to when, in the meeting's own zone: `Mon, 1 March 2027, 10:00 – 11:00`. */
export function spanText(start: string, end: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const language = locale();
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const to = asLocal(end, sameDay ? time : { ...day, ...time }, language);
  return `${asLocal(start, { ...day, ...time }, language)} – ${to}`;
}

/** A moment, for the person who reads it. */
export function momentText(at: string | number, options?: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options ?? { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(at),
  );
}
