const lineHeight = 16;
const mostLines = 12;

/** How high a row must be to show its texts: not every program sees to that itself. Chinese characters are two columns wide. */
export function rowHeight(texts: readonly string[], columns: readonly { readonly width: number }[]): number {
  const lines = texts.map((text, index) =>
    text
      .split('\n')
      .map((line) => Math.max(1, Math.ceil((widthOf(line) + 1) / (columns[index]?.width ?? 12))))
      .reduce((sum, each) => sum + each, 0),
  );
  return lineHeight * Math.min(mostLines, Math.max(1, ...lines));
}

const widthOf = (line: string): number => line.replace(/[\u0100-\uffff]/g, 'xx').length;
