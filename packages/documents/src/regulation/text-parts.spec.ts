import { chineseInteger } from './chinese-integer.js';
import { headingRole } from './column-role.js';
import { leadingNumber } from './leading-number.js';
import { pointsAtEnd, pointsCell, pointsInBrackets, pointsOfTitle, shareCell } from './points-in-text.js';
import { guessedRole } from './section-role.js';
import { chineseNumeral } from './word/chinese-numeral.js';

it.each([
  ['5', '5'],
  ['５分', '5'],
  ['（1.5 分）', '1.5'],
  ['满分10分', '10'],
  ['十五分', '15'],
  ['-3', '-3'],
  ['+5', '5'],
  ['20/10', null],
  ['每条5分', null],
  ['1-5', null],
  ['不限', null],
  ['15%', null],
  ['', null],
])('a cell %j holds the points %j', (text, points) => {
  expect(pointsCell(text)).toBe(points);
});

it('a share is no number of points', () => {
  expect(shareCell(' 15 %')).toBe('15');
  expect(shareCell('15')).toBeNull();
});

it.each([
  ['组织建设（30分）', { points: '30', rest: '组织建设' }],
  ['组织建设(满分 30 分)', { points: '30', rest: '组织建设' }],
  ['（5分）建立组织', { points: '5', rest: '建立组织' }],
  ['建立组织（十分）。', { points: '10', rest: '建立组织。' }],
  ['有计划（2分），有总结（3分）', null],
  ['每次扣2分', null],
  ['缺一次（扣2分）', null],
  ['共青团（含妇联）', null],
])('the points in brackets of %j are %j', (text, found) => {
  expect(pointsInBrackets(text)).toEqual(found);
});

it.each([
  ['有专项工作经费，保证日常运行。10分', { points: '10', rest: '有专项工作经费，保证日常运行。' }],
  ['组织建设  35分', { points: '35', rest: '组织建设' }],
  ['未完成的扣5分', null],
  ['每次得2分。', null],
])('the points at the end of %j are %j', (text, found) => {
  expect(pointsAtEnd(text)).toEqual(found);
});

it.each([
  ['一、组织建设', '一', 1, '组织建设'],
  ['第一部分 基础工作', '第一部分', 1, '基础工作'],
  ['（二）宣传', '（二）', 2, '宣传'],
  ['1.建立组织', '1', 3, '建立组织'],
  ['12、建立组织', '12', 3, '建立组织'],
  ['1.1 建立组织', '1.1', 3, '建立组织'],
  ['(3)建立组织', '(3)', 4, '建立组织'],
  ['②建立组织', '②', 5, '建立组织'],
  ['1.5分以上', null, null, '1.5分以上'],
  ['3次以上', null, null, '3次以上'],
  ['2018年7月前修订', null, null, '2018年7月前修订'],
  ['一村一品', null, null, '一村一品'],
])('%j begins with the number %j', (text, number, level, rest) => {
  expect(leadingNumber(text)).toEqual({ number, level, rest });
});

it.each([
  ['序号', 'number'],
  ['分 值', 'points'],
  ['分值\n(100分)', 'points'],
  ['标准分', 'points'],
  ['权重（%）', 'weight'],
  ['一级指标', 'level-1'],
  ['考核项目', 'heading'],
  ['考核内容', 'content'],
  ['内容与要求', 'requirement'],
  ['评分标准', 'standard'],
  ['计分办法', 'standard'],
  ['考核标准', 'standard'],
  ['评分细则', 'standard'],
  ['赋分方法', 'standard'],
  ['考核方式', 'evidence'],
  ['评分依据', 'evidence'],
  ['责任部室', 'department'],
  ['牵头单位', 'department'],
  ['备注', 'remark'],
  ['自评分', 'score'],
  ['考评得分', 'score'],
  ['得分', 'score'],
  ['扣分原因', 'score'],
  ['考核内容及评分标准', 'content-and-standard'],
  ['考核项目及分值', 'heading'],
  ['联系电话', null],
  ['姓名', null],
])('the heading %j is %j', (heading, role) => {
  expect(headingRole(heading)).toBe(role);
});

it.each([
  ['加分项', 'bonus', true],
  ['附加分', 'bonus', true],
  ['扣分项', 'deduction', true],
  ['一票否决事项', 'veto', true],
  ['综合奖扣分项目', 'bonus', false],
  ['组织建设', 'base', true],
])('a section %j is %j', (title, role, clear) => {
  expect(guessedRole(title)).toEqual({ role, clear });
});

it('Chinese numbers are read as they are written', () => {
  for (let count = 1; count < 100; count += 1)
    expect(chineseInteger(chineseNumeral(count))).toBe(String(count));
  expect(chineseInteger('一百二十')).toBe('120');
  expect(chineseInteger('一百零五')).toBe('105');
  expect(chineseInteger('二三')).toBeNull();
  expect(chineseInteger('')).toBeNull();
});

it.each([
  ['组织建设30分', { points: '30', rest: '组织建设' }],
  ['组织建设（30分）', { points: '30', rest: '组织建设' }],
  ['每项得5分', null],
  ['满分100分', null],
])('the points of a section %j are %j', (text, found) => {
  expect(pointsOfTitle(text)).toEqual(found);
});

it('a text full of brackets and blanks takes no more time than it is long', () => {
  const hostile = `(${' '.repeat(200)}`.repeat(150) + '满分'.repeat(1_000);
  const start = performance.now();
  for (const read of [pointsInBrackets, pointsAtEnd, pointsOfTitle, pointsCell, leadingNumber]) read(hostile);
  expect(performance.now() - start).toBeLessThan(500);
});
