import type { Browser, BrowserContext, Page } from '@playwright/test';

export const townshipCycle = '2026 年度乡镇（街道）妇联工作考核';
const password = 'heng-demo-2026';

/** A person at her own browser, signed in through the sign-in form. */
export async function signedIn(
  browser: Browser,
  login: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page & { readonly person: BrowserContext }> {
  const person = await browser.newContext(options);
  const page = await person.newPage();
  await page.goto('/');
  await page.getByRole('textbox', { name: '账号' }).fill(login);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
  return Object.assign(page, { person });
}

type Cycle = {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly version: number;
};

/** The cycle of this title as the person sees it. */
export async function cycleOf(page: Page, title = townshipCycle): Promise<Cycle> {
  const answer = await page.request.get('/api/cycles');
  const { items } = (await answer.json()) as { items: Cycle[] };
  const found = items.find((cycle) => cycle.title === title);
  if (!found) throw new Error(`no cycle ${title} among ${items.map((cycle) => cycle.title).join(', ')}`);
  return found;
}
