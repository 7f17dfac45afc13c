/** A local date or time, shown as it stands, wherever the reader is; as it came where it is none. */
export function asLocal(local: string, options: Intl.DateTimeFormatOptions, language: string): string {
  const at = Date.parse(local.length > 10 ? `${local.slice(0, 16)}Z` : `${local}T00:00Z`);
  return Number.isNaN(at)
    ? local
    : new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}
