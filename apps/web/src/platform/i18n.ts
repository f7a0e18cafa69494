import type { Locale, Text } from '@heng/rules';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

const stored = 'heng.language';

/** The language chosen on this machine; Chinese when none was. */
export function rememberedLocale(): Locale {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'zh-CN';
  } catch {
    // Storage may be forbidden by the browser's settings; the choice then lasts until the page closes.
    return 'zh-CN';
  }
}

/** Starts the catalogues. Must run once before the first screen. */
export function createI18n(catalogues: Record<Locale, object>, locale: Locale): void {
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: catalogues['zh-CN'] }, en: { translation: catalogues.en } },
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = locale;
}

/** Adds the words of pages that are loaded later. */
export function addTexts(catalogues: Record<Locale, object>): void {
  for (const [locale, texts] of Object.entries(catalogues))
    i18next.addResourceBundle(locale, 'translation', texts, true, true);
}

/** Switches the screens and remembers the choice. */
export function switchLocale(locale: Locale): void {
  void i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(stored, locale);
  } catch {
    // See rememberedLocale: the switch still holds for this page.
  }
}

export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Picks the side of a two-language text that the screen speaks. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
