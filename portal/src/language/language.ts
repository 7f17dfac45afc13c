import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;
export const languages = Object.entries(LANGUAGES) as [Language, string][];

const CHOSEN = 'convene.language';

function isOne(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && text in LANGUAGES;
}

/** What was chosen here before, or the first of the browser's languages that there is. */
export function preferred(chosen: string | null, browser: readonly string[]): Language {
  return isOne(chosen) ? chosen : (browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOne) ?? 'en');
}

/** The spoken language as it is written where this browser is: `en-GB` and its 24 hours. */
export function locale(): string {
  const language = i18next.language;
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}

async function words(language: Language) {
  return language === 'de' ? (await import('./de')).de : (await import('./en')).en;
}

/** Loads the words of that language, and nothing of the others. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: {},
      interpolation: { escapeValue: false }, // React does
      returnNull: false,
    });
  }
  i18next.addResourceBundle(language, 'translation', await words(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function speakAsPreferred(): Promise<void> {
  await speak(preferred(localStorage.getItem(CHOSEN), navigator.languages));
}

export async function choose(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await speak(language);
}
