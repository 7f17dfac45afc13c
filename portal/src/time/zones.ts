import { offset } from './clock';

/** A time zone that somebody can choose. */
export interface Zone {
  id: string;
  /** The last part of the name: `Buenos Aires`. */
  city: string;
  /** What is before it: `America / Argentina`. */
  region: string;
  /** `GMT+1`, at the moment that it was asked for. */
  offset: string;
  minutes: number;
}

/**
 * Browsers know some zones by the names that their cities had before; nobody looks for those. From
 * the file `backward` of the IANA time zone database.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

function current(id: string): string {
  return RENAMED[id] ?? id;
}

/** Where this browser is. */
export function ownZone(): string {
  return current(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
}

/** As people write it: `GMT+5:30`. */
export function offsetText(minutes: number): string {
  const all = Math.abs(minutes);
  const rest = all % 60;
  const sign = minutes < 0 ? '−' : '+';
  return `GMT${minutes === 0 ? '' : sign + Math.floor(all / 60)}${rest ? ':' + String(rest).padStart(2, '0') : ''}`;
}

export function zone(id: string, at: number): Zone {
  const parts = id.replaceAll('_', ' ').split('/');
  const minutes = offset(id, at);
  return {
    id,
    city: parts.at(-1) ?? id,
    region: parts.slice(0, -1).join(' / '),
    offset: offsetText(minutes),
    minutes,
  };
}

/** All that this browser knows, by city, with their offsets at that moment. */
export function zones(at: number): Zone[] {
  const ids = new Set([...Intl.supportedValuesOf('timeZone').map(current), 'UTC']);
  return [...ids].map((id) => zone(id, at)).toSorted((a, b) => a.city.localeCompare(b.city));
}

/** Letters without their marks, so that `sao` finds `São`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace('−', '-')
    .toLowerCase();
}

/** Those that every word of the query is found in; those whose city begins with it come first. */
export function search(all: Zone[], query: string): Zone[] {
  const words = plain(query).split(/[\s,/_]+/).filter(Boolean);
  const found = all.filter((each) => {
    const text = plain(`${each.id.replaceAll('_', ' ')} ${each.offset}`);
    return words.every((word) => text.includes(word));
  });
  const first = words[0];
  return first === undefined
    ? found
    : found.toSorted((a, b) => Number(plain(b.city).startsWith(first)) - Number(plain(a.city).startsWith(first)));
}
