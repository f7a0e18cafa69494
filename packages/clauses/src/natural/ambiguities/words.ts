import type { Span, Statement } from '../statement.js';
import { ask, askFirst, type Asked, type Question } from './asked.js';

/** Evaluative words without a measure. A word after one of its exceptions is part of something definite. */
const vague: readonly (readonly [word: string, notAfter: string, notBefore: string])[] = [
  ['明显', '', ''],
  ['显著', '', ''],
  ['严重', '', '警告精神'],
  ['重大', '', '事故事项项目招商节日活动会议疾病决策疫情隐患工程危险风险传染动物公共突发案件'],
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
  ['好', '制签做搞打写办爱良友美定', '转人评事友的路'],
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
  ...`混乱 脏乱 杂乱 凌乱 破旧 陈旧 强烈 成效 实效 创新 特色 亮点 深刻 透彻 彻底 扎牢 务实 乏力 敷衍 应付 走过场 形式主义 拖沓 拖延 消极 懈怠 松散 涣散 薄弱 滞后 缓慢 迟缓 极差 很差 不佳 欠佳 偏低 偏高 较低 较高 较少 过多 过少 大量 普遍 热烈 生动 多样 新颖 鲜明 清晰 详实 翔实 科学 适当 恰当 妥善 稳妥 和谐 优美 洁净 高标准 便捷 热情 耐心 自觉 尽责 尽职 密切 紧密 顺畅 充足 足够 严格 严肃 严谨 精细 周密 周到 精心 配合好 负面影响 不良反映 社会影响 坏影响 不当 不深 不细 不严 不优 不良 不妥 不明 不紧 不牢 不实 不足 不充分 不合理 不科学 不重视 不规范 不完善 不健全 不理想 不完备 完备 齐备 畅通 有实效 见效 典型 代表性 操作性 可操作 切实 大力 全力 带头 模范 示范作用 较好 良好 优异 出色 圆满 显眼 醒目 合格率高 影响较 影响恶 造成影响 工作得力 气氛 氛围 有影响 流于 脱节 虚假应付 马虎 随意 粗糙 质量不高 质量高 质量差 效果好 效果差 效果不 反响 深入细致 扎实有效 稳步 有力度 力度不 力度大 力度小`
    .split(' ')
    .map((word): readonly [string, string, string] => [word, '', '']),
];

/** Words of worth built from a noun and a grade: 操作性差, 效果较好, 卫生差. */
const grown =
  /(?:效果|质量|卫生|环境|秩序|作风|态度|管理|执行力?|服务|水平|性|工作|落实|意识|能力|力度|积极性)(?:较|很|极|太|不|不够|比较)?(?:差|好|佳|高|强|弱|低|大|小)/;
/** 认真的, 到位的 …: a number that is not reached is no word of worth. */
const measured = /不足\s*[0-9一二三四五六七八九十百]/;

const money = ['津贴', '经费', '资金', '补助', '待遇', '工资', '报酬', '优惠政策', '补贴', '保健费'];
const gradeLists = ['优秀', '称职'];

/** Met or not depends on a word with no measure. */
export const askVague: Question = (asked) => {
  const scoring = asked.statements.some(
    ({ kind }) => !['weights', 'grades', 'cap', 'proviso'].includes(kind),
  );
  if (!scoring) return [];
  const found = [
    ...vague.flatMap(([word, notAfter, notBefore]) => vagueAt(asked, word, notAfter, notBefore)),
    ...grownIn(asked.text),
  ];
  return found[0] === undefined ? [] : [ask('vague-condition', found[0])];
};

function grownIn(text: string): readonly Span[] {
  const found = grown.exec(text);
  return found === null ? [] : [{ start: found.index, end: found.index + found[0].length }];
}

function vagueAt(asked: Asked, word: string, notAfter: string, notBefore: string): readonly Span[] {
  const { text, indicator } = asked;
  if (word === '不足' && measured.test(text)) return [];
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
  ...'曝光 处罚 查处 投诉 举报 上访 信访 事故 案件 事件 隐患 违纪 违法 追究 点名 约谈 逾期 延误 迟到 早退 缺席 缺勤 失实 差错 错误 谎报 虚报 退回 不配合 推诿 拒绝 擅自 脱岗 空岗 未及时 不及时'.split(
    ' ',
  ),
];

/** Something that can happen again has a price without 每 or 一次. */
export const askOnceOrEach: Question = (asked) => {
  const found = asked.statements.filter((statement) => {
    switch (statement.kind) {
      case 'loss':
        return (
          statement.points.kind !== 'none' &&
          (canRepeat(statement.words?.text ?? '') || isFurther(statement, asked))
        );
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

/** 每发现1处扣0.5分,整改不及时的再扣1分: for each of them, or once. */
function isFurther(statement: Statement, { text, statements }: Asked): boolean {
  const words = text.slice(statement.span.start, statement.span.end);
  return (
    ['再扣', '加扣', '另扣', '再减'].some((word) => words.includes(word)) &&
    statements.some(({ kind }) => kind === 'per-occurrence' || kind === 'levels')
  );
}

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
    if (at === Infinity) return false;
    // 未召开会议,未部署工作的: a second denial after a comma is a second condition.
    const isTwofold = /(?:未|无|没有|不)[^,，]*[,，]\s*(?:也|又|且)?(?:未|无|没有)/.test(words);
    return isTwofold || joints.some((joint) => words.indexOf(joint, at) > at);
  });
  return askFirst('and-or', found);
};
