/** Chinese, the original: the words of rulebooks. */
export const rulebooks = {
  rulebooks: {
    title: '规则书',
    none: '还没有规则书。可从默认规则书建立，或导入。',
    version: '第 {{version}} 版',
    total: '总分 {{points}} 分',
    hash: '指纹',
    download: '下载 JSON',
    defaults: '◇ 表示含有默认参数，没有文件依据，请按本地文件修改。',
    default: '含默认参数',
    findings: '检查结果 {{count}} 条',
    facts: '采集的数据（{{count}} 项）',
    points: '{{points}} 分',
    scoredBy: '评分：{{by}}',
    indicatorCount: '指标 {{count}} 项',
    effective: '{{from}} 至 {{to}} 有效',
    notInForce: '这是未发布的稿子，不作为考核依据。',
    amended: '修订稿，自 {{from}} 起施行。修订原因：{{reason}}',
    /** How sections are numbered, first to last. */
    ordinals: '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十',
    numbered: '{{number}}、',
    column: {
      number: '序号',
      indicator: '考核指标',
      points: '分值',
      clause: '计分办法',
      scoredBy: '评分部门',
    },
    status: { draft: '草稿', reviewed: '已审核', published: '已发布' },
    severity: { error: '错误', warning: '警告', advice: '建议' },
    role: {
      base: '{{points}} 分',
      bonus: '加分，最高 {{points}} 分',
      deduction: '减分，最多 {{points}} 分',
      derived: '{{points}} 分，不计入总分',
    },
  },
};
