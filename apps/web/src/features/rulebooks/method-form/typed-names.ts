/** Names typed one after the other, separated as people separate them. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；\n\u3000]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
