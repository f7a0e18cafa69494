import type { Page } from '@playwright/test';

/** Pictures for the documents, taken from the very test that shows the thing works: `HENG_PICTURES=docs/pictures npm test`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.HENG_PICTURES === undefined) return;
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${process.env.HENG_PICTURES}/${name}.png` });
}
