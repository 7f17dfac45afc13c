/**
 * Local times as the API has them, `2027-03-01T10:00`, and what they mean in a time zone. The
 * gateway decides what is allowed; this is for showing durations and sensible beginnings.
 */

const MINUTE = 60_000;

/** A local time as if it were in UTC, to calculate with. */
function asUtc(local: string): number {
  return Date.parse(`${local}Z`);
}

function fromUtc(millis: number): string {
  return new Date(millis).toISOString().slice(0, 16);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, known);
  }
  return known;
}

/** What the clocks in that zone show at that moment. */
export function localIn(zone: string, at: number): string {
  const part: Record<string, string> = {};
  for (const { type, value } of format(zone).formatToParts(at)) {
    part[type] = value;
  }
  const year = part['year']?.padStart(4, '0');
  return `${year}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** How far the zone's clocks are ahead of UTC then, in minutes. */
export function offset(zone: string, at: number): number {
  const whole = Math.floor(at / MINUTE) * MINUTE;
  return Math.round((asUtc(localIn(zone, whole)) - whole) / MINUTE);
}

/**
 * The moment of a local time: the earlier where the clocks show it twice, undefined where they skip
 * it or where it is no time at all.
 */
export function moment(local: string, zone: string): number | undefined {
  const utc = asUtc(local);
  if (Number.isNaN(utc)) {
    return undefined;
  }
  return [utc - 24 * 60 * MINUTE, utc + 24 * 60 * MINUTE]
    .map((nearby) => utc - offset(zone, nearby) * MINUTE)
    .toSorted((a, b) => a - b)
    .find((candidate) => localIn(zone, candidate) === fromUtc(utc));
}

/** From one local time to another by the clock in the room, in minutes. */
export function minutesBetween(start: string, end: string, zone: string): number | undefined {
  const from = moment(start, zone);
  const to = moment(end, zone);
  return from === undefined || to === undefined ? undefined : Math.round((to - from) / MINUTE);
}

/** So many days after that date. */
export function plusDays(date: string, days: number): string {
  return fromUtc(asUtc(`${date}T00:00`) + days * 24 * 60 * MINUTE).slice(0, 10);
}

/** So many minutes after that time of day: the time, and how many days later it is. */
export function plusMinutes(time: string, minutes: number): { time: string; days: number } {
  const total = minutesOf(time) + minutes;
  const days = Math.floor(total / 1440);
  const rest = total - days * 1440;
  return { time: timeOf(rest), days };
}

/** Minutes since midnight of `HH:mm`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Every half hour of a day. */
export const HALF_HOURS = Array.from({ length: 48 }, (_, i) => timeOf(i * 30));

/**
 * The time of day that somebody typed: `9`, `930`, `9:30`, `9.30 pm`, `21h30`, `14 Uhr`. Undefined
 * where it is none.
 */
export function readTime(text: string): string | undefined {
  const found =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{1,2})?|(\d{2}))?\s*(?:uhr)?\s*(a\.?m\.?|p\.?m\.?)?$/i.exec(
      text.trim(),
    );
  if (!found) {
    return undefined;
  }
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? found[3] ?? 0);
  const half = found[4]?.[0]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) {
    return undefined;
  }
  if (half) {
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  return hour < 24 && minute < 60 ? timeOf(hour * 60 + minute) : undefined;
}

/** The next full half hour that is at least five minutes away, and half an hour after it. */
export function nextHalfHour(zone: string, now: number): { date: string; start: string; end: string } {
  const half = 30 * MINUTE;
  // Zones whose offset is a quarter of an hour off have their half hours elsewhere.
  const shift = offset(zone, now) * MINUTE;
  const start = Math.ceil((now + 5 * MINUTE + shift) / half) * half - shift;
  const local = localIn(zone, start);
  return { date: local.slice(0, 10), start: local.slice(11), end: localIn(zone, start + half).slice(11) };
}
