import type { GradingFact, Words } from '@redress/policy';

/** The facts of grading as people say them. */
export const FACT_WORDS: Readonly<Partial<Record<GradingFact, Words>>> = {
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
};

/** A fact as people say it; its own name where nobody has worded it. */
export function factWords(fact: string): Words {
  return FACT_WORDS[fact as GradingFact] ?? { zh: fact, en: fact };
}
