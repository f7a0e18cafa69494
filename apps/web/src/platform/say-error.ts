import { useTranslation } from 'react-i18next';
import { ApiError } from './api-error.js';
import { useText } from './i18n.js';

/** The sentence of an error in the screen's language. What is no answer of the API is our own fault and says so. */
export function useSayError(): (error: unknown) => string {
  const text = useText();
  const { t } = useTranslation();
  return (error) => (error instanceof ApiError ? text(error.text) : t('errors.own'));
}
