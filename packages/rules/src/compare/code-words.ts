import type { Text } from '../format/primitives.js';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Values of a rule book that are words of its format, as people read them. Where one word means two things the parameter decides. */
const byParameter: ReadonlyMap<string, Readonly<Record<string, Text>>> = new Map(
  Object.entries<Readonly<Record<string, Text>>>({
    partial: {
      proportional: text('按比例计', 'in proportion'),
      down: text('不足一档不计', 'dropped'),
      up: text('不足一档按一档计', 'counted whole'),
    },
    missing: {
      wait: text('待补，不计入目前得分', 'waits, not counted so far'),
      zero: text('按 0 分', '0 points'),
      'cohort-mean': text('取同组平均', "the cohort's mean"),
    },
    policy: {
      exclude: text('剔除折算', 'left out and converted'),
      full: text('得满分', 'full points'),
      zero: text('得 0 分', '0 points'),
      fixed: text('得规定分', 'fixed points'),
      'cohort-mean': text('取同组平均', "the cohort's mean"),
    },
    absent: {
      'no-number': text('整体没有结果', 'no number'),
      zero: text('按 0 计', 'counts 0'),
      'leave-out': text('剔除，由其余承担', 'left out, the others carry it'),
      renormalise: text('剔除，权重重新分配', 'left out, weights renormalised'),
      'cannot-compute': text('无法计算', 'cannot compute'),
    },
    scope: { cohort: text('本组', 'the cohort'), all: text('全部单位', 'all units') },
    tieAtEdge: { in: text('并列者都算入', 'all in'), out: text('并列者都不算入', 'all out') },
    tied: {
      highest: text('取较高名次的分', 'the higher points'),
      mean: text('取所占名次的平均分', 'the mean of the places they fill'),
    },
    on: { rounded: text('取整后的总分', 'rounded totals'), exact: text('未取整的总分', 'exact totals') },
    gradesOn: {
      rounded: text('取整后的总分', 'the rounded total'),
      exact: text('未取整的总分', 'the exact total'),
    },
    take: {
      sum: text('合计', 'sum'),
      mean: text('平均', 'mean'),
      least: text('最小', 'least'),
      greatest: text('最大', 'greatest'),
      count: text('个数', 'count'),
      median: text('中位数', 'median'),
      percentile: text('分位数', 'percentile'),
      deviation: text('标准差', 'standard deviation'),
    },
    origin: {
      default: text('默认（◇）', 'default (◇)'),
      report: text('调研报告', 'survey report'),
      document: text('公开文件', 'public document'),
    },
    method: {
      proportion: text('按完成比例得分', 'by completion'),
      inverse: text('反向比例得分', 'the less the better'),
      threshold: text('达标得分', 'met or not'),
      checklist: text('按清单逐项得分', 'item by item'),
      linear: text('线性得分', 'on a straight line'),
      steps: text('逐档加扣分', 'for each step'),
      tally: text('按次加扣分', 'for each time'),
      tiers: text('分档得分', 'by band'),
      choice: text('按选项得分', 'by option'),
      'records-worth': text('按条目计分', 'by entry'),
      relative: text('与同组比较得分', 'beside the cohort'),
      efficacy: text('功效系数法', 'efficacy coefficient'),
      ranked: text('按名次赋分', 'by place'),
      judged: text('评议打分', 'judged'),
    },
    source: {
      declared: text('申报', 'declared'),
      department: text('部门提供', 'department'),
      ledger: text('台账', 'ledger'),
      inspection: text('抽查', 'inspection'),
      children: text('下级结果', 'results of bodies below'),
      imported: text('导入', 'imported'),
      meeting: text('会议评议', 'meeting'),
    },
    results: { children: text('下级单位', 'bodies below'), own: text('本单位', 'the unit itself') },
    to: {
      best: text('同组最好', 'the best of the cohort'),
      mean: text('同组平均', "the cohort's mean"),
      'beyond-mean': text('超出同组平均的部分', "what is beyond the cohort's mean"),
    },
    by: {
      points: text('得分', 'points'),
      places: text('名次', 'places'),
      equal: text('平均分', 'in equal parts'),
      first: text('都归第一作者', 'all to the first'),
      listed: text('按所列份额', 'by the listed shares'),
      all: text('不分组', 'all together'),
      parent: text('按上级单位', 'by the body above'),
      attribute: text('按属性', 'by an attribute'),
      list: text('按名单', 'by a list'),
    },
    low: { cohort: text('同组最低', 'the least of the cohort') },
    high: { cohort: text('同组最高', 'the greatest of the cohort') },
    kind: {
      number: text('数字', 'number'),
      percent: text('百分比', 'percentage'),
      boolean: text('是否', 'yes or no'),
      choice: text('单选', 'choice'),
      date: text('日期', 'date'),
      records: text('清单', 'list of records'),
      ballots: text('测评票', 'ballots'),
      panel: text('评委打分', 'panel scores'),
      raters: text('分组评分', 'scores by rater groups'),
    },
    rounding: {
      down: text('舍去', 'down'),
      up: text('进一', 'up'),
      'half-up': text('四舍五入', 'half up'),
      'half-even': text('四舍六入五成双', 'half to even'),
    },
    places: {
      down: text('舍去', 'down'),
      up: text('进一', 'up'),
      'half-up': text('四舍五入', 'half up'),
      'larger-first': text('余数先归前档', 'the larger tiers first'),
    },
  }),
);

const anywhere: ReadonlyMap<string, Text> = new Map(
  Object.entries<Text>({
    'at-least': text('达到', 'at least'),
    'more-than': text('高于', 'more than'),
    'at-most': text('不超过', 'at most'),
    'less-than': text('低于', 'less than'),
    equal: text('等于', 'equal'),
    higher: text('越高越好', 'higher is better'),
    lower: text('越低越好', 'lower is better'),
    'cannot-compute': text('无法计算', 'cannot compute'),
    'not-applicable': text('不涉及', 'not applicable'),
    step: text('按档得分', 'by step'),
    interpolate: text('档间插值', 'a straight line between bands'),
    marginal: text('分段累计', 'each part at its own rate'),
    table: text('按表', 'by a table'),
    percent: text('按比例', 'by percentage'),
    tier: text('按名次分档', 'by tier'),
    complement: text('1 减去所占比例', 'one minus the share'),
    'target-over-actual': text('目标 ÷ 实际', 'target ÷ actual'),
    'excess-share': text('按超出比例扣', 'by the share in excess'),
    arithmetic: text('算术平均', 'arithmetic'),
    geometric: text('几何平均', 'geometric'),
    harmonic: text('调和平均', 'harmonic'),
    highest: text('取最高', 'the highest'),
    'two-highest': text('取最高的两个级别', 'the two highest levels'),
    diminishing: text('最高的全计、其余打折', 'the highest in full, the rest by a coefficient'),
    all: text('全部', 'all'),
    base: text('基本分', 'base'),
    bonus: text('加分', 'bonus'),
    deduction: text('减分', 'deduction'),
    derived: text('派生（不进总分）', 'derived (in no total)'),
    competition: text('并列占位（1、1、3）', 'competition (1, 1, 3)'),
    dense: text('并列不占位（1、1、2）', 'dense (1, 1, 2)'),
    forbidden: text('不许并列', 'forbidden'),
    previous: text('上年', 'last year'),
    full: text('满分', 'full points'),
  }),
);

/** A word of the format in words of people; null for one that is not of the format, such as an id or a date. */
export function codeWords(parameter: string, code: string): Text | null {
  const last = parameter.slice(parameter.lastIndexOf('/') + 1);
  const own = byParameter.get(last);
  if (own !== undefined && Object.keys(own).includes(code)) return own[code] ?? null;
  return anywhere.get(code) ?? null;
}
