/** The two languages of screens and papers; Chinese is the original. */
export type Locale = 'zh-CN' | 'en';
