/** Chinese, the original: the words of cycles. */
export const cycles = {
  home: {
    title: '{{name}}，您好',
    nothing: '现在没有等您处理的事。',
    nothingHere: '现在没有等您处理的事。组织和账号在上面的菜单里。',
    deadline: '截止 {{when}}',
    noDeadline: '没有规定截止时间',
    cycles: '我参加的考核',
    noCycles: '还没有您参加的考核。考核下发后会出现在这里。',
  },
  work: {
    'facts-missing': { title: '待填数据', count: '还缺 {{count}} 项，共 {{of}} 项', act: '去填写' },
    'facts-to-verify': { title: '待核定', count: '还有 {{count}} 格，共 {{of}} 格', act: '去核定' },
    'ready-to-publish': { title: '可以公布', count: '先看还缺什么，再公布', act: '去公布' },
    'result-published': { title: '结果已公布', count: '位次、等次和每项得分的理由都可查看', act: '查看结果' },
    'own-score': { title: '我的成绩单', count: '每项得分和理由', act: '查看成绩单' },
  },
  cycle: {
    stage: '阶段',
    forward: '进入“{{stage}}”',
    back: '退回“{{stage}}”',
    noForward: '没有可进入的下一阶段',
    noBack: '不能退回',
    onlyOffice: '只有考核办公室可以改变阶段。',
    publishBelow: '下一步是公布结果，见下。',
    reason: '说明（可不填）',
    reasonNeeded: '退回的理由（必填，会记录在案）',
  },
};
