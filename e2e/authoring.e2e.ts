import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signedIn } from './people.js';
import { picture } from './picture.js';

const files = join(import.meta.dirname, '../packages/documents/cases/regulations');
// Each book once, in turns as workbook and as document; the specs of the reader hold all files.
const books = [
  ...new Set(
    readdirSync(files)
      .filter((name) => /\.(xlsx|docx)$/.test(name))
      .map((name) => name.split('.')[0]),
  ),
];
const names = books.map((book, index) => `${book}.${index % 2 === 0 ? 'xlsx' : 'docx'}`);

/** Sends a file on the import page and waits for what was read. */
async function imported(page: Page, name: string): Promise<string> {
  await page.goto('/rulebooks/import');
  await page.getByLabel('要导入的文件').setInputFiles(join(files, name));
  const progress = page.getByRole('status').filter({ hasText: /共 \d+ 条/ });
  await expect(progress).toBeVisible({ timeout: 30_000 });
  return progress.innerText();
}

/** Decides what is open: the first choice that needs no number, or the number 1. */
async function answerAll(page: Page): Promise<number> {
  const all = page.getByRole('button', { name: /都按建议/ });
  if (await all.isVisible()) await all.click();
  const open = page.locator('fieldset[data-open="true"]');
  let answered = 0;
  for (; (await open.count()) > 0; answered += 1) {
    if (answered > 200) throw new Error('questions without end');
    const question = open.first();
    await question.scrollIntoViewIfNeeded();
    await question.getByRole('radio').first().check();
    const value = question.getByRole('textbox').first();
    if (await value.isVisible()) await value.fill('1');
  }
  return answered;
}

test('a clerk imports a 细则, answers, mends, tries it on last year’s facts, publishes and prints it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const office = await signedIn(browser, 'office');
  await imported(office, 'shicheng-2018-river-township.xlsx');
  await picture(office, 'import');
  await answerAll(office);
  await expect(office.getByText('问题都答完了')).toBeVisible();
  await office.getByRole('button', { name: '建立草稿' }).click();

  // The workshop: whatever the check offers a way out of is taken, until nothing bars publication.
  await expect(office.getByRole('toolbar', { name: '整本规则书的操作' })).toBeVisible();
  const check = office.locator('.check-panel');
  await expect(check.getByRole('status')).toBeVisible();
  for (let taken = 0; taken < 30; taken += 1) {
    const barring = check.locator('.is-problem, .is-error');
    if ((await barring.count()) === 0) break;
    await barring.first().locator('.check-fixes button').first().click();
  }
  await expect(check.locator('.is-problem, .is-error')).toHaveCount(0);
  await expect(office.getByText('已全部保存').or(office.getByText('已保存')).first()).toBeVisible();
  await picture(office, 'workshop');
  const address = office.url();

  await office.getByRole('link', { name: '试算' }).click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText('试算');
  const year = office.getByLabel('用哪一年的数据');
  const township = await year
    .locator('option')
    .filter({ hasText: '2026 年度乡镇' })
    .first()
    .getAttribute('value');
  await year.selectOption(township ?? '');
  // Another field's book: nothing of it can be answered from these facts, and that is what it says.
  await expect(office.getByText(/25 个单位中/)).toBeVisible();
  await picture(office, 'dry-run');
  await office.goto(address);

  await office.getByRole('button', { name: '审核' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
  await expect(office.getByText('已审核').first()).toBeVisible();
  await office.getByRole('button', { name: '发布', exact: true }).click();
  await office.getByRole('dialog').getByRole('button', { name: /发布/ }).click();

  await expect(office.locator('.rule-table').first()).toBeVisible();
  await expect(office.getByText('已发布').first()).toBeVisible();
  const paper = await office.pdf({ preferCSSPageSize: true });
  expect(paper.length).toBeGreaterThan(10_000);
  await office.emulateMedia({ media: 'print' });
  await expect(office.getByRole('button', { name: '打印' })).toBeHidden();
  await picture(office, 'rule-text');
  await office.person.close();
});

test('every published book, typed as an ordinary table, is read through the browser row by row', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const office = await signedIn(browser, 'office');
  for (const name of names) {
    const said = (await imported(office, name)).replace(/\s+/g, ' ');
    const [rows = 0, understood = 0, asked = 0, byHand = 0, leftOut = 0] = [...said.matchAll(/\d+/g)].map(
      Number,
    );
    console.log(`${name.padEnd(48)} ${said}`);
    expect([name, rows > 0, understood + asked + byHand + leftOut]).toEqual([name, true, rows]);
  }
  await office.person.close();
});
