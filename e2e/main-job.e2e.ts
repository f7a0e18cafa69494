import { expect, test, type Page } from '@playwright/test';
import { cycleOf, signedIn } from './people.js';

test.describe.configure({ mode: 'serial' });

const ownTownship = '柳林镇';
const otherTownship = '桃源乡';

test('before publication a chair sees her own score with its reasons, and no other township by page or by API', async ({
  browser,
}) => {
  const chair = await signedIn(browser, 'chair-liulin');
  const cycle = await cycleOf(chair);
  await chair.getByRole('link', { name: '我的成绩单' }).first().click();
  await expect(chair.getByRole('heading', { level: 1 })).toContainText(ownTownship);
  await expect(chair.getByText('位次和等次公布后可见')).toBeVisible();
  const card = chair.getByRole('article').filter({ hasText: '妇联组建率' }).first();
  await card.getByText('为什么是这个分').click();
  await expect(card).toContainText('÷');
  await expect(card).toContainText('评分：');

  await chair.goto(`/cycles/${cycle.id}/ranking`);
  await expect(chair.getByText('排名公布后可见')).toBeVisible();
  await expect(chair.getByText(otherTownship)).toHaveCount(0);

  const office = await signedIn(browser, 'office');
  const units = (await (await office.request.get(`/api/cycles/${cycle.id}/results`)).json()).units as {
    unit: { code: string; name: string };
  }[];
  const other = units.find(({ unit }) => unit.name.includes(otherTownship))?.unit.code;
  expect(other).toBeDefined();
  await chair.goto(`/cycles/${cycle.id}/units/${other}`);
  await expect(chair.getByRole('alert')).toBeVisible();
  await expect(chair.getByText(otherTownship)).toHaveCount(0);
  for (const path of [
    `results/${other}`,
    `results/${other}?basis=declared`,
    `facts/${other}/villages/history`,
  ]) {
    const answer = await chair.request.get(`/api/cycles/${cycle.id}/${path}`);
    expect([403, 404], path).toContain(answer.status());
  }
  for (const path of ['results', 'worksheet']) {
    const answer = await chair.request.get(`/api/cycles/${cycle.id}/${path}`);
    expect(await answer.text(), path).not.toContain(String(other));
  }
  await chair.person.close();
  await office.person.close();
});

test('the clerk changes a fact, sees points and rank move, and publishes; then the chair sees her place', async ({
  browser,
}) => {
  const office = await signedIn(browser, 'office');
  const cycle = await cycleOf(office);
  await office.goto(`/cycles/${cycle.id}/scoring`);
  const row = await rowOf(office, ownTownship);
  const column = await columnOf(office, '已建妇联的村');
  const before = await figures(office, row);

  await office.locator(`#grid-cell-${row}-${column}`).click();
  await office.keyboard.type('1');
  await office.keyboard.press('Enter');
  await expect(office.locator(`#grid-cell-${row}-${column}`)).toHaveText('1');
  await expect.poll(() => figures(office, row)).not.toEqual(before);
  const after = await figures(office, row);
  expect(after.total).toBeLessThan(before.total);
  expect(after.rank).toBeGreaterThan(before.rank);

  await office.getByLabel(/须说明理由/).last().fill('核对名册，其余村尚未换届');
  await office.getByRole('button', { name: '确定并保存' }).click();
  await expect(office.getByText('已全部保存')).toBeVisible();

  await office.getByRole('link', { name: '排名', exact: true }).click();
  const line = office.getByRole('row').filter({ hasText: ownTownship });
  await expect(line).toContainText(String(after.total));
  await expect(office.locator('canvas, .chart svg').first()).toBeVisible();
  if (process.env.HENG_PICTURES) await picture(office, 'ranking');

  await office.getByRole('link', { name: '考核与公布' }).click();
  await office.getByRole('button', { name: '公布结果' }).click();
  const dialog = office.getByRole('dialog');
  const publish = dialog.getByRole('button', { name: '公布结果' });
  await expect(publish).toBeDisabled();
  await dialog.getByLabel(/仍公布的理由/).fill('主席会议决定按现有数据公布');
  await publish.click();
  await expect(office.getByText(/公布并封存/)).toBeVisible();
  await expect(office.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();

  const chair = await signedIn(browser, 'chair-liulin');
  await chair.goto(`/cycles/${cycle.id}/ranking`);
  await expect(chair.getByRole('row').filter({ hasText: otherTownship })).toBeVisible();
  await expect(chair.getByRole('row').filter({ hasText: ownTownship })).toContainText(String(after.total));
  await office.person.close();
  await chair.person.close();
});

async function rowOf(page: Page, name: string): Promise<number> {
  const header = page.getByRole('rowheader').filter({ hasText: name }).first();
  await expect(header).toBeVisible();
  return Number((await header.getAttribute('id'))?.replace('grid-name-', ''));
}

async function columnOf(page: Page, title: string): Promise<number> {
  const header = page.getByRole('columnheader').filter({ hasText: title }).first();
  await expect(header).toBeVisible();
  return Number(await header.getAttribute('aria-colindex')) - 2;
}

async function figures(page: Page, row: number): Promise<{ total: number; rank: number }> {
  const total = await page.locator(`#grid-total-${row}`).textContent();
  const rank = await page.locator(`#grid-rank-${row}`).textContent();
  return { total: Number(total), rank: Number(rank?.split('/')[0]?.replace('=', '')) };
}

/** Pictures for the documents, taken from the very test that shows the thing works. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}
