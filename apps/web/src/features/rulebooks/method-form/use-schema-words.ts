import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type SchemaWords = {
  readonly field: (path: string) => string;
  readonly word: (path: string, choice: string) => string;
  readonly hint: (path: string) => string | undefined;
};

/** The keys that may name a place: its own, else that of any place with this last part. */
const keysOf = (path: string): string[] => {
  const last = path.split('/').pop() ?? path;
  return [path, `*/${last}`];
};

/** The keys that may name a choice at a place. */
const choiceKeys = (path: string, choice: string): string[] =>
  [...keysOf(path), '*'].map((key) => `${key}=${choice}`);

/** What a reader of the catalogue finds for a place or a choice; null when it is not named. */
export const fieldKey = (path: string, exists: (key: string) => boolean): string | null =>
  keysOf(path)
    .map((key) => `methodForm.fields.${key}`)
    .find(exists) ?? null;

export const wordKey = (path: string, choice: string, exists: (key: string) => boolean): string | null =>
  choiceKeys(path, choice)
    .map((key) => `methodForm.words.${key}`)
    .find(exists) ?? null;

/** The catalogue's words for places of the rule format and their choices. */
export function useSchemaWords(): SchemaWords {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const exists = (key: string) => i18n.exists(key);
    const said = (key: string | null, raw: string) => (key === null ? raw : t(key));
    return {
      field: (path) => said(fieldKey(path, exists), path),
      word: (path, choice) => said(wordKey(path, choice, exists), choice),
      hint: (path) => (exists(`methodForm.hints.${path}`) ? t(`methodForm.hints.${path}`) : undefined),
    };
  }, [t, i18n]);
}
