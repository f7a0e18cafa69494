import { expect, test, type Page } from '@playwright/test';
import { cycleOf, signedIn, townshipCycle } from './people.js';
import { picture } from './picture.js';

test.describe.configure({ mode: 'serial' });

const ownTownship = '柳林镇';
const otherTownship = '桃源乡';

test('before publication a chair sees her own score with its reasons, and no other township by page or by API', async ({
  browser,
}) => {
  const chair = await signedIn(browser, 'chair-liulin', { viewport: { width: 390, height: 844 } });
  const cycle = await cycleOf(chair);
  const waiting = chair.getByRole('article').filter({ hasText: townshipCycle });
  await waiting.getByRole('link', { name: '查看成绩单' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toContainText(ownTownship);
  await expect(chair.getByText('位次和等次公布后可见')).toBeVisible();
  const card = chair.getByRole('article').filter({ hasText: '妇联组建率' }).first();
  await card.getByText('为什么是这个分').click();
  await expect(card).toContainText('÷');
  await expect(card).toContainText('评分：');
  await picture(chair, 'own-score');

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
  const column = await columnOf(office, '企业已建妇女组织数');
  // The first computation comes a moment after the page.
  await expect(office.locator(`#grid-rank-${row}`)).toContainText('/');
  const before = await figures(office, row);

  await office.locator(`#grid-cell-${row}-${column}`).click();
  await office.keyboard.type('0');
  await office.keyboard.press('Enter');
  await expect(office.locator(`#grid-cell-${row}-${column}`)).toHaveText('0');
  await expect.poll(() => figures(office, row)).not.toEqual(before);
  const after = await figures(office, row);
  expect(after.total).toBeLessThan(before.total);
  expect(after.rank).toBeGreaterThan(before.rank);

  await office
    .getByLabel(/须说明理由/)
    .last()
    .fill('核对批复文件，均未正式成立');
  await office.getByRole('button', { name: '确定并保存' }).click();
  await expect(office.getByText('已全部保存')).toBeVisible();
  await picture(office, 'scoring');

  await office.getByRole('link', { name: '排名', exact: true }).click();
  await chooseGroup(office);
  const line = office.getByRole('row').filter({ hasText: ownTownship });
  await expect(line).toContainText(String(after.total));
  await expect(office.getByRole('img', { name: /各单位得分/ })).toBeVisible();
  await picture(office, 'ranking');

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
  await expect(chair.getByRole('row').filter({ hasText: ownTownship })).toContainText(String(after.total));
  await chair.getByRole('radiogroup', { name: '分组' }).getByText('乡', { exact: true }).click();
  await expect(chair.getByRole('row').filter({ hasText: otherTownship })).toBeVisible();
  await office.person.close();
  await chair.person.close();
});

/** The group that her township is ranked in. */
const chooseGroup = (page: Page) =>
  page.getByRole('radiogroup', { name: '分组' }).getByText('镇', { exact: true }).click();

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
