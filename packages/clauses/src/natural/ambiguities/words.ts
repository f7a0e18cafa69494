import type { Span, Statement } from '../statement.js';
import { ask, askFirst, type Asked, type Question } from './asked.js';

/** Evaluative words without a measure. A word after one of its exceptions is part of something definite. */
const vague: readonly (readonly [word: string, notAfter: string, notBefore: string])[] = [
  ['明显', '', ''],
  ['显著', '', ''],
  ['严重', '', ''],
  ['重大', '', '事故事项项目招商节日活动会议疾病决策疫情'],
  ['较大', '', ''],
  ['不良影响', '', ''],
  ['恶劣影响', '', ''],
  ['规范', '', '性文件化学校'],
  ['健全', '', ''],
  ['完善', '', ''],
  ['到位', '费金收入款资贴', '率资金经费'],
  ['不到位', '', ''],
  ['落实', '', '津贴经费资金待遇'],
  ['及时', '', '率'],
  ['合理', '', ''],
  ['有效', '', '票身份期得票'],
  ['认真', '', ''],
  ['积极', '', ''],
  ['好', '制签做搞打写办爱良友美定', '转人评事友的'],
  ['较差', '', ''],
  ['清洁', '', ''],
  ['满意', '不', '率度票'],
  ['针对性', '', ''],
  ['不明确', '', ''],
  ['不具体', '', ''],
  ['具体的', '', ''],
  ['不清', '底数', ''],
  ['重视', '', ''],
  ['配合不力', '', ''],
  ['不力', '', ''],
  ['扎实', '', ''],
  ['充分', '', ''],
  ['突出', '', ''],
  ['整洁', '', ''],
  ['不够', '', ''],
  ['良好', '', ''],
  ['不强', '', ''],
  ['不高', '', ''],
  ['不深入', '', ''],
  ['不紧密', '', ''],
  ['深入', '', '基层群众'],
  ['有力', '', ''],
  ['得力', '', ''],
  ['浓厚', '', ''],
  ['丰富', '', ''],
  ['高效', '', ''],
  ['优质', '', ''],
  ['美观', '', ''],
  ['干净', '', ''],
  ['恶劣', '', ''],
  ['细致', '', ''],
  ['主动', '', '公开'],
  ['广泛', '', ''],
  ['有特色', '', ''],
  ['高质量', '', '发展'],
  ['有序', '', ''],
  ['较多', '', ''],
  ['不作为', '', ''],
  ['不及时', '', ''],
  ['不细致', '', ''],
  ['不扎实', '', ''],
  ['不严格', '', ''],
  ['不主动', '', ''],
  ['照搬', '', ''],
  ['流于形式', '', ''],
  ['不符合要求', '处', ''],
];

const money = ['津贴', '经费', '资金', '补助', '待遇', '工资', '报酬', '优惠政策', '补贴', '保健费'];
const gradeLists = ['优秀', '称职'];

/** Met or not depends on a word with no measure. */
export const askVague: Question = (asked) => {
  const scoring = asked.statements.some(
    ({ kind }) => !['weights', 'grades', 'cap', 'proviso'].includes(kind),
  );
  if (!scoring) return [];
  const found = vague.flatMap(([word, notAfter, notBefore]) => vagueAt(asked, word, notAfter, notBefore));
  return found[0] === undefined ? [] : [ask('vague-condition', found[0])];
};

function vagueAt(asked: Asked, word: string, notAfter: string, notBefore: string): readonly Span[] {
  const { text, indicator } = asked;
  if (word === '落实' && money.some((one) => text.includes(one) || indicator.includes(one))) return [];
  if (word === '好' && gradeLists.some((grade) => text.includes(grade))) return [];
  const spans: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const before = text.charAt(at - 1);
    const after = text.slice(at + word.length, at + word.length + 2);
    const isDefinite =
      (before !== '' && notAfter.includes(before)) || (after.length > 0 && containsPair(notBefore, after));
    if (!isDefinite) spans.push({ start: at, end: at + word.length });
  }
  return spans;
}

/** The exceptions are words of two signs or of one, written one after the other. */
const containsPair = (exceptions: string, after: string): boolean =>
  exceptions !== '' &&
  (exceptions.includes(after) || (exceptions.length < 10 && exceptions.includes(after.charAt(0))));

const repeating = [
  '发生',
  '出现',
  '发现',
  '被',
  '受到',
  '通报',
  '批评',
  '迟报',
  '漏报',
  '瞒报',
  '任一',
  '领导',
  '干部',
  '人员',
  '责任人',
  '违反',
  '违规',
  '有不',
  '有水质',
  '超过',
  '好转',
  '影响',
];

/** Something that can happen again has a price without 每 or 一次. */
export const askOnceOrEach: Question = (asked) => {
  const found = asked.statements.filter((statement) => {
    switch (statement.kind) {
      case 'loss':
        return statement.points.kind !== 'none' && canRepeat(statement.words?.text ?? '');
      case 'levels':
        return (
          !isSaidEach(statement, asked.text) && statement.quotas.length === 0 && statement.method !== 'M34'
        );
      case 'per-unit':
        return statement.per.unit === null && statement.maxCount === null;
      case 'judged':
        return statement.points.kind === 'range';
      case 'per-gap':
        return statement.words?.text.includes('超过') === true && !statement.words.text.includes('每');
      default:
        return false;
    }
  });
  return askFirst('once-or-each', found);
};

const canRepeat = (words: string): boolean => repeating.some((word) => words.includes(word));

const isSaidEach = (statement: Statement, text: string): boolean =>
  ['每', '一次', '1次', '次1', '一项', '一个', '1个', '1项'].some((word) =>
    text.slice(statement.span.start, statement.span.end).includes(word),
  );

const joints = ['和', '、', '及', '与', '并', '且'];
const negations = ['未', '无', '没有', '没', '不'];

/** 未制定方案和措施扣2分: each of them, any, or all. */
export const askAndOr: Question = (asked) => {
  const found = asked.statements.filter((statement) => {
    if (statement.kind !== 'loss') return false;
    const words = statement.words?.text ?? '';
    if (['每项', '任一', '分别', '之一', '或'].some((word) => words.includes(word))) return false;
    const at = Math.min(
      ...negations.map((word) => words.indexOf(word)).map((index) => (index < 0 ? Infinity : index)),
    );
    return at !== Infinity && joints.some((joint) => words.indexOf(joint, at) > at);
  });
  return askFirst('and-or', found);
};
