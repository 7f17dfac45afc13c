import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { preferred } from './language';

type Words = { [key: string]: string | Words };

function keys(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keys(value, `${before}${key}.`),
  );
}

function texts(words: Words): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).toSorted();

describe('the languages', () => {
  const { reason: _, ...german } = de;
  const { reason: __, ...english } = en;

  it('say the same things, with the same placeholders', () => {
    expect(keys(german)).toEqual(keys(english));
    const [inGerman, inEnglish] = [texts(german), texts(english)];
    inEnglish.forEach((text, i) => expect(placeholders(inGerman[i] ?? ''), text).toEqual(placeholders(text)));
  });

  it('leave no text empty', () => {
    expect([...texts(de), ...texts(en)].filter((text) => !text.trim())).toEqual([]);
  });

  it('are chosen by the person, else by the browser, else English', () => {
    expect(preferred('de', ['en-GB'])).toBe('de');
    expect(preferred(null, ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(preferred('tlh', ['fr'])).toBe('en');
  });
});
