import de from "../words/de.js";
import en from "../words/en.js";
import es from "../words/es.js";
import fr from "../words/fr.js";
import it from "../words/it.js";
import pt from "../words/pt.js";
import ru from "../words/ru.js";
import zh from "../words/zh.js";

/** Languages in the order of the API, each in its own words. */
export const LANGUAGES = { es: "Español", en: "English", fr: "Français", de: "Deutsch", it: "Italiano", zh: "中文",
  pt: "Português", ru: "Русский" };

export type Language = keyof typeof LANGUAGES;
export type Key = keyof typeof en;

const WORDS: Record<Language, Record<Key, string>> = { es, en, fr, de, it, zh, pt, ru };

/** Locales for dates and numbers, of the countries that the texts are written for. */
const LOCALES: Record<Language, string> = { es: "es-ES", en: "en-US", fr: "fr-FR", de: "de-DE", it: "it-IT", zh: "zh-CN",
  pt: "pt-BR", ru: "ru-RU" };

export type Texts = {
  language: Language;
  text: (key: Key, ...values: string[]) => string;
  number: (value: number) => string;
  moment: (iso: string) => string;
  time: (iso: string) => string;
  /** A whole number of days, hours or minutes, the largest unit that divides it. */
  duration: (seconds: number) => string;
};

/** @param wanted a language tag such as `de-AT`; English for any other language */
export function textsOf(wanted: string): Texts {
  const asked = wanted.toLowerCase().split("-")[0]!;
  const language = asked in LANGUAGES ? (asked as Language) : "en";
  const locale = LOCALES[language];
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const number = new Intl.NumberFormat(locale);
  return {
    language,
    text: (key, ...values) => WORDS[language][key].replace(/\{(\d)}/g, (_, place) => values[Number(place)] ?? ""),
    number: (value) => number.format(value),
    moment: (iso) => moment.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    duration: (seconds) => {
      const [unit, length] = ([["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]] as const)
        .find(([, length]) => seconds % length === 0)!;
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
    },
  };
}
