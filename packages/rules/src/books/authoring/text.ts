import type { Text } from '../../format/primitives.js';

/** Chinese original and English translation, in that order. */
export const text = (zh: string, en: string): Text => ({ zh, en });
