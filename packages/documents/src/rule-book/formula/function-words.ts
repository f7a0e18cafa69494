/** The words of formulas, Chinese and English; both are read. */
export const functionWords = {
  previous: ['上年', 'previous'],
  count: ['计数', 'count'],
  greatest: ['较大', 'greatest'],
  least: ['较小', 'least'],
  days: ['天数', 'days'],
  'sample-rate': ['抽检率', 'sample-rate'],
  'panel-mean': ['评委均分', 'panel-mean'],
  'vote-mean': ['票均分', 'vote-mean'],
  'vote-share': ['得票率', 'vote-share'],
  'rater-mean': ['多方均分', 'rater-mean'],
  'indicator-points': ['指标得分', 'indicator-points'],
  'section-points': ['部分得分', 'section-points'],
  'self-gap': ['自评差', 'self-gap'],
  rounded: ['取整', 'rounded'],
  none: ['无', 'none'],
} as const;
export type FunctionName = keyof typeof functionWords;

/** Names of arguments. */
export const argumentWords = {
  whenZero: ['分母为零', 'when-zero'],
  notApplicable: ['不涉及', 'not-applicable'],
  levels: ['层级', 'levels'],
  genres: ['类别', 'genres'],
  minimum: ['至少', 'at-least'],
  dropHigh: ['去高', 'drop-high'],
  dropLow: ['去低', 'drop-low'],
  fromJudges: ['满人数', 'from-judges'],
  sumFor: ['计人数', 'sum-for'],
  withoutSelf: ['不含本单位', 'without-self'],
  absent: ['缺席', 'absent'],
  renormalise: ['重算', 'renormalise'],
  zero: ['零', 'zero'],
  cannotCompute: ['不计算', 'cannot-compute'],
} as const;

export const conditionWords = {
  isTrue: ['成立', 'holds'],
  isOption: ['属于', 'is-one-of'],
  all: ['且', 'and'],
  any: ['或', 'or'],
  not: ['非', 'not'],
} as const;

export const comparisonSigns = {
  'at-least': ['≥', '>='],
  'more-than': ['>', '>'],
  'at-most': ['≤', '<='],
  'less-than': ['<', '<'],
  equal: ['=', '='],
} as const;
