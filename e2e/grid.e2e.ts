import { expect, test, type Page } from '@playwright/test';
import { cycleOf, signedIn } from './people.js';

const committeeCycle = '2026 年度县直单位妇委会工作考核';

/** The unit committees' sheet: its facts are still open, so nothing asks for a reason. */
async function openSheet(page: Page): Promise<void> {
  const { id } = await cycleOf(page, committeeCycle);
  await page.goto(`/cycles/${id}/scoring?columns=all&side=verified`);
  await expect(page.locator('#grid-rank-0')).toContainText('/');
}

test('names, cells and figures of a row stand on one line, heads above their columns, also scrolled to the end', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'office');
  await openSheet(page);
  const misplaced = () =>
    page.evaluate(() => {
      const found: string[] = [];
      const box = (element: Element) => element.getBoundingClientRect();
      for (const name of document.querySelectorAll('[id^="grid-name-"]')) {
        const row = name.id.replace('grid-name-', '');
        for (const other of document.querySelectorAll(
          `[id^="grid-cell-${row}-"], #grid-total-${row}, #grid-rank-${row}`,
        )) {
          if (Math.abs(box(other).top - box(name).top) > 1) found.push(`${other.id} beside ${name.id}`);
        }
      }
      for (const head of document.querySelectorAll('[role="columnheader"]:not(.is-section)')) {
        const column = Number(head.getAttribute('aria-colindex')) - 2;
        for (const cell of document.querySelectorAll(`[id^="grid-cell-"][id$="-${column}"]`)) {
          if (Math.abs(box(cell).left - box(head).left) > 1) found.push(`${cell.id} under column ${column}`);
        }
      }
      return found;
    });
  expect(await misplaced()).toEqual([]);
  await page.locator('.grid-box').evaluate((box) => box.scrollTo(box.scrollWidth, box.scrollHeight));
  await expect(page.locator('#grid-name-17')).toBeVisible();
  expect(await misplaced()).toEqual([]);
  await page.person.close();
});

test('thirty keys in a burst are all kept, and an input method on a selected cell keeps its first letter', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'office');
  await openSheet(page);
  const column = await firstNumberColumn(page);
  await page.locator(`#grid-cell-0-${column}`).click();
  const typed = ['7', '3', '5', '4', '8', '6', '2', '9', '1', '5', '7', '3', '8', '4', '6'];
  for (const digit of typed) {
    await page.keyboard.press(digit);
    await page.waitForTimeout(60);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(60);
  }
  const kept = await Promise.all(
    typed.map((_, row) => page.locator(`#grid-cell-${row}-${column}`).textContent()),
  );
  expect(kept).toEqual(typed);

  await page.locator(`#grid-cell-2-${column}`).click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'y', selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.imeSetComposition', { text: 'you', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.insertText', { text: '优秀' });
  await expect(page.locator('.grid-input')).toHaveValue('优秀');
  await page.keyboard.press('Escape');
  await page.person.close();
});

test('a block pasted from a spreadsheet lands in one undoable step, and what does not fit is marked, not lost', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'office');
  await openSheet(page);
  const column = await firstNumberColumn(page);
  const texts = () =>
    Promise.all([3, 4, 5].map((row) => page.locator(`#grid-cell-${row}-${column}`).textContent()));
  const before = await texts();
  await page.locator(`#grid-cell-3-${column}`).click();
  await page.evaluate(() => navigator.clipboard.writeText('１2\n十一个\n13\n'));
  await page.keyboard.press('Control+v');
  await expect(page.locator(`#grid-cell-3-${column}`)).toHaveText('12');
  await expect(page.locator(`#grid-cell-4-${column}`)).toHaveText('十一个');
  await expect(page.locator(`#grid-cell-4-${column}`)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/已粘贴 3 格.*1 格有问题/)).toBeVisible();
  await page.keyboard.press('Control+z');
  expect(await texts()).toEqual(before);
  await page.person.close();
});

test('two people in one cell: the second sees mine and theirs and decides', async ({ browser }) => {
  const [mine, theirs] = [await signedIn(browser, 'office'), await signedIn(browser, 'office')];
  await openSheet(mine);
  await openSheet(theirs);
  const column = await firstNumberColumn(mine);
  const cell = `#grid-cell-9-${column}`;
  const enter = async (page: Page, text: string) => {
    await page.locator(cell).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    const reason = page.getByRole('button', { name: '确定并保存' });
    await page.waitForTimeout(700);
    if (await reason.isVisible()) {
      await page.getByRole('textbox', { name: /须说明理由/ }).fill('核对台账');
      await reason.click();
    }
  };
  await enter(theirs, '2');
  await expect(theirs.getByText('已全部保存')).toBeVisible();
  await enter(mine, '1');
  await expect(mine.getByText(/对方：2/)).toBeVisible();
  await mine.getByRole('button', { name: '用对方的' }).first().click();
  await expect(mine.locator(cell)).toHaveText('2');
  await mine.person.close();
  await theirs.person.close();
});

/** A column in view that takes a whole number of any size. */
async function firstNumberColumn(page: Page): Promise<number> {
  const header = page.getByRole('columnheader').filter({ hasText: '妇委会委员人数' }).first();
  return Number(await header.getAttribute('aria-colindex')) - 2;
}
