import type { Budget, DutyKind } from '../pack/pack.ts';
import type { CASE_FACTS } from '../level/grading-facts.ts';
import type { Words } from '../words.ts';

/** What each clock is called. */
export const DUTY_WORDS: Readonly<Record<DutyKind, Words>> = {
  accept: { zh: '受理', en: 'accept' },
  backup: { zh: '指定 B 角', en: 'name a backup' },
  respond: { zh: '首次联系', en: 'first contact' },
  date: { zh: '给出解决日期', en: 'give the date' },
  record: { zh: '补全登记', en: 'complete the record' },
  news: { zh: '向客户通报进展', en: 'news to the customer' },
  progress: { zh: '向上汇报进展', en: 'progress upward' },
  request: { zh: '部门答复', en: "a department's answer" },
  task: { zh: '任务', en: 'task' },
  approval: { zh: '审批', en: 'approval' },
  ruling: { zh: '裁定', en: 'ruling' },
  offer: { zh: '客户答复方案', en: 'answer to the offer' },
  solve: { zh: '解决', en: 'solve' },
  analysis: { zh: '原因分析', en: 'cause analysis' },
  survey: { zh: '满意度调查', en: 'survey' },
  'follow-up': { zh: '回访', en: 'follow-up check' },
  report: { zh: '事件报告', en: 'report on the event' },
  'new-facts': { zh: '新事实的裁定', en: 'ruling on new facts' },
  reopening: { zh: '重新处理的期限', en: 'time for reopening' },
  tracker: { zh: '指定跟踪人', en: 'name a tracker' },
  tracking: { zh: '跟踪记录', en: "the tracker's log" },
  'write-up': { zh: '案例撰写', en: 'write-up of the case' },
  assessment: { zh: '责任人考核', en: 'assessment of who caused it' },
  statutory: { zh: '法定期限', en: 'what the law asks' },
  extension: { zh: '延期的裁定', en: 'ruling on more time' },
  misconduct: { zh: '欺诈与失职的查处', en: 'record of misconduct' },
};

/** What each fact of a condition is called. */
export const FACT_WORDS: Readonly<Record<keyof typeof CASE_FACTS, Words>> = {
  severity: { zh: '严重程度', en: 'severity' },
  urgency: { zh: '紧急程度', en: 'urgency' },
  prevalence: { zh: '普遍程度', en: 'prevalence' },
  customerImportance: { zh: '客户重要程度', en: 'customer importance' },
  agitation: { zh: '现场等级', en: 'on-site grade' },
  importantCustomer: { zh: '重要客户', en: 'important customer' },
  danger: { zh: '有人身危险', en: 'danger to persons' },
  wordsOfDanger: { zh: '出现危险字样', en: 'words of danger' },
  lossOfProperty: { zh: '财产损失', en: 'loss of property' },
  lossClaimed: { zh: '索赔金额', en: 'loss claimed' },
  media: { zh: '涉及媒体', en: 'media' },
  network: { zh: '网络公开', en: 'public post' },
  legal: { zh: '法律纠纷', en: 'legal dispute' },
  coreInterest: { zh: '核心利益', en: 'core interest' },
  mass: { zh: '群体投诉', en: 'mass complaint' },
  staffSafety: { zh: '员工安全受威胁', en: 'staff safety' },
  repeated: { zh: '重复投诉', en: 'repeated' },
  threatensToGoOutside: { zh: '扬言外诉', en: 'threatens to go outside' },
  hasBeenOutside: { zh: '已外诉', en: 'has been outside' },
  hasComplainedToMedia: { zh: '已向媒体投诉', en: 'has complained to the media' },
  category: { zh: '类别', en: 'category' },
  channel: { zh: '渠道', en: 'channel' },
  level: { zh: '级别', en: 'level' },
  class: { zh: '类', en: 'class' },
  kind: { zh: '性质', en: 'kind' },
  serious: { zh: '重大', en: 'serious' },
  fastLane: { zh: '快速通道', en: 'fast lane' },
  round: { zh: '处理轮次', en: 'round' },
  extortion: { zh: '敲诈', en: 'extortion' },
  unreasonableDemands: { zh: '不合理要求', en: 'unreasonable demands' },
};

/** How a comparison asks. */
export const COMPARED_WORDS = {
  'condition.at-least': { zh: '至少 ', en: 'at least ' },
  'condition.at-most': { zh: '至多 ', en: 'at most ' },
  'condition.is': { zh: '为 ', en: '' },
  'condition.in': { zh: '属于 ', en: 'one of ' },
  'condition.known': { zh: '已知：', en: 'known: ' },
} as const satisfies Readonly<Record<string, Words>>;

/** Units of time. */
export const UNIT_WORDS: Readonly<Record<Budget['unit'], Words>> = {
  minutes: { zh: '分钟', en: 'min' },
  hours: { zh: '小时', en: 'h' },
  days: { zh: '天', en: 'days' },
  'working-days': { zh: '个工作日', en: 'working days' },
};

/** Codes among the facts that have a word of their own. */
export const VALUE_WORDS: Readonly<Record<string, Words>> = {
  ...UNIT_WORDS,
  calendar: { zh: '自然时间', en: 'calendar time' },
  working: { zh: '工作时间', en: 'working time' },
  compensation: { zh: '补偿', en: 'compensation' },
  goodwill: { zh: '额外关怀', en: 'goodwill' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  null: { zh: '无', en: 'none' },
};
