import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser } from '@playwright/test';
import { cycleOf, signedIn } from './people.js';
import { picture } from './picture.js';

const viewports = {
  desk: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

/** Every page that a role opens, with the address relative to the cycle it works in. */
const pages = {
  office: ['/', '{cycle}', '{cycle}/scoring', '{cycle}/ranking', '/rulebooks', '/organizations', '/password'],
  'chair-taoyuan': ['/', '{cycle}/declaration', '{cycle}/ranking', '{own}'],
  leader: ['/', '{cycle}', '{cycle}/ranking'],
  admin: ['/', '/organizations', '/accounts'],
} as const;

for (const [size, options] of Object.entries(viewports)) {
  for (const [login, addresses] of Object.entries(pages)) {
    test(`${login} finds no barrier on any page, in both languages (${size})`, async ({ browser }) => {
      test.setTimeout(120_000);
      await check(browser, { login, size, options }, addresses);
    });
  }
}

test('the door has no barrier', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'sign-in');
});

type Visit = {
  readonly login: string;
  readonly size: string;
  readonly options: Parameters<Browser['newContext']>[0];
};

async function check(
  browser: Browser,
  { login, size, options }: Visit,
  addresses: readonly string[],
): Promise<void> {
  const page = await signedIn(browser, login, options);
  const cycle = login === 'admin' ? null : await cycleOf(page);
  for (const address of addresses) {
    const place = address
      .replace('{cycle}', `/cycles/${cycle?.id}`)
      .replace('{own}', `/cycles/${cycle?.id}/units/${cycle?.ownUnit}`);
    await page.goto(place);
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      await expect(page.locator('main h1, main [role="alert"]').first()).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: /…$/ })).toHaveCount(0);
      expect(await barriers(page), `${address} ${language}`).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${address} ${language} scrolls sideways`).toBeLessThanOrEqual(0);
      await picture(page, `${size}-${language}-${login}${address.replace(/[{}/]+/g, '-')}`);
    }
    await page.getByRole('button', { name: '中文' }).click();
  }
  await page.person.close();
}

async function barriers(page: Parameters<typeof picture>[0]) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}
