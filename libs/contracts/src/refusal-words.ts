import type { RefusalCode, Words } from '@redress/policy';

/** What to do about each refusal, in a sentence of each language. */
export const REFUSAL_WORDS = {
  'not-visible': {
    zh: '没有这件投诉，或您无权查看。',
    en: 'There is no such complaint, or it is not yours to see.',
  },
  'capability-missing': {
    zh: '您的角色不含这一步，请有此权限的人办理。',
    en: 'Your role does not include this step; ask somebody who holds it.',
  },
  'not-your-case': {
    zh: '这一步由本投诉的负责人、B 角、部门负责人或被征询的部门办理。',
    en: 'This step belongs to somebody else in this complaint: its owner, backup, head, or the department that was asked.',
  },
  'own-proposal': {
    zh: '不得审批自己提出的方案，须由他人审批。',
    en: 'Nobody judges the own proposal; another approver has to.',
  },
  concerned: {
    zh: '被投诉的人不得参与本案。',
    en: 'Who is complained of has no part in the case.',
  },
  'limit-too-low': {
    zh: '金额超出您的权限，须由上一级决定。',
    en: 'The amount is above your authority; it goes up to the next level.',
  },
  'leader-decides': {
    zh: '属重大投诉，须由领导决定。',
    en: 'The complaint is serious; a leader has to judge it.',
  },
  'higher-authority-decides': {
    zh: '须由更高一级决定：本轮次的一级，或被拒方案的上一级。',
    en: 'A higher authority than yours decides here: that of this round, or the one above the decision that was refused.',
  },
  'out-of-order': {
    zh: '投诉还没有到这一步，或已过这一步。',
    en: 'The complaint is not at the stage for this step.',
  },
  'stale-revision': {
    zh: '其间有人已经处理，请重新查看后再决定。',
    en: 'Somebody else has acted meanwhile; read the complaint again, then decide.',
  },
  'already-told': {
    zh: '本轮的结果已经告知。',
    en: 'The result has already been told in this round.',
  },
  'already-done': {
    zh: '这一步已经办过。',
    en: 'This was already done.',
  },
  'already-paused': {
    zh: '时限已在暂停中。',
    en: 'The clock stands still already.',
  },
  'not-paused': {
    zh: '时限正在计时。',
    en: 'The clock is running.',
  },
  'offer-out': {
    zh: '方案还在客户手中，请等待答复或先收回。',
    en: 'An offer lies with the customer; wait for the answer or take it back.',
  },
  'ruling-due': {
    zh: '客服经理正在裁定，请等待结果。',
    en: 'The complaint manager is about to rule on it; wait for the ruling.',
  },
  'ruling-binds': {
    zh: '客服经理已裁定由哪个部门办理，必须遵守。',
    en: 'The complaint manager has ruled which department has it; that binds.',
  },
  ended: {
    zh: '投诉已结束；请登记新的投诉并注明原编号。',
    en: 'The complaint has ended; file a new one and name this number.',
  },
  'key-used-for-another-body': {
    zh: '这个 Idempotency-Key 已用于别的请求，请换一个。',
    en: 'This Idempotency-Key was used for another request; take a new key.',
  },
  'other-not-open': {
    zh: '另一件投诉已结束或已被合并，请指明一件未结束的。',
    en: 'The other complaint has ended or was merged itself; name one that is open.',
  },
  'merge-other-way': {
    zh: '本投诉有未答复的方案、补救或任务，应由它保留：请把另一件并入它。',
    en: 'An offer, a remedy or a task is open here, so this one survives: merge the other one into it.',
  },
  'no-such-matter': {
    zh: '本投诉没有这个事项。',
    en: 'The complaint has no such matter.',
  },
  'no-such-level': {
    zh: '本办法没有这个级别。',
    en: 'The policy has no such level.',
  },
  'no-such-class': {
    zh: '本办法没有这个类。',
    en: 'The policy has no such class.',
  },
  'class-falls': {
    zh: '投诉办理期间类只升不降。',
    en: 'A class may rise while the complaint is open; it never falls.',
  },
  'nothing-to-change': {
    zh: '已经如此，没有可改的。',
    en: 'It is so already; nothing would change.',
  },
  'nothing-due': {
    zh: '目前没有这样的待办。',
    en: 'Nothing of the kind is due.',
  },
  'same-department': {
    zh: '本来就在该部门，请指明另一个部门。',
    en: 'That department has it already; name another one.',
  },
  'no-hand-over': {
    zh: '不是转来的投诉，无从拒收；可以退回。',
    en: 'It was not handed over to your department, so there is nothing to refuse; decline it instead.',
  },
  'person-not-identified': {
    zh: '涉及员工：请先登记是谁，或登记未能查明。',
    en: 'Staff are complained of: record first who it is, or that nobody could be identified.',
  },
  'finding-contradicts': {
    zh: '不能既不属实又成立；无法查实的按成立处理，但不追究个人。',
    en: 'A matter cannot be both not true and upheld; one that cannot be verified is upheld, against nobody.',
  },
  'findings-missing': {
    zh: '每个事项都须先有调查结论。',
    en: 'Each matter needs a finding first.',
  },
  'compensation-needs-responsibility': {
    zh: '补偿须有我方或双方责任的事项；额外关怀不需要。',
    en: 'Compensation needs a matter whose responsibility is ours or shared; goodwill does not.',
  },
  'below-floor': {
    zh: '第一个方案低于提案自己定的底线。',
    en: 'The first option is below the floor that the proposal itself names.',
  },
  'no-such-option': {
    zh: '没有这个方案：提案没有额外关怀，或已无方案可提。',
    en: 'There is no such option: the proposal has no goodwill, or nothing is left to put.',
  },
  'no-offer': {
    zh: '客户手中没有待答复的方案。',
    en: 'No offer lies with the customer.',
  },
  'no-such-request': {
    zh: '没有这个编号的待答复征询。',
    en: 'There is no open request with this number.',
  },
  'no-such-task': {
    zh: '没有这个编号的未完成任务。',
    en: 'There is no open task with this number.',
  },
  'tasks-open': {
    zh: '还有任务未完成，请先完成。',
    en: 'Tasks are still open; complete them first.',
  },
  'never-pauses': {
    zh: '这是法定时限，不得暂停。',
    en: 'This clock never pauses: it is the law that sets it.',
  },
  'no-date-to-give': {
    zh: '这个级别不需给出日期，或已经给出。',
    en: 'At this level no date is given, or one has been given already.',
  },
  'date-too-late': {
    zh: '日期已过，或晚于本办法的最迟日期，请给出更早的日期。',
    en: 'The date lies in the past or after the latest date of the policy; give an earlier one.',
  },
  'not-by-reply': {
    zh: '本办法不允许这个级别或后续轮次以答复了结。',
    en: 'The policy does not let this level, or a later round, be settled by a reply.',
  },
  'attempts-missing': {
    zh: '请先按本办法规定的次数联系客户，再作此登记。',
    en: 'Try to reach the customer as often as the policy asks, then mark it.',
  },
  'letter-not-allowed': {
    zh: '本办法不发书面信函，请用其他方式告知。',
    en: 'The policy allows no letter; tell it in another way.',
  },
  'by-word-of-mouth': {
    zh: '本办法以口头方式告知方案和结果，请电话或当面告知。',
    en: 'The policy gives offers and results by word of mouth; phone, or meet the customer.',
  },
  'no-arbitration-yet': {
    zh: '本办法只在敲诈时转入仲裁；请耐心解释、提出可行方案并讲明界限。',
    en: 'The policy goes to arbitration on extortion alone; explain, offer what can be offered, and state the limit.',
  },
  'goes-to-arbitration': {
    zh: '按本办法，不合理要求即转入仲裁；请用该步骤并表明我方立场。',
    en: 'Under this policy unreasonable demands go to arbitration; use that step, with our position.',
  },
  'lead-decides': {
    zh: '本投诉属群体投诉，结论和方案由牵头的投诉统一作出。',
    en: 'It belongs to a mass complaint: finding and remedy are decided once, on the complaint that leads it.',
  },
  'in-a-mass': {
    zh: '它已属某个群体投诉，请先将其移出。',
    en: 'It belongs to a mass complaint already; take it out of that one first.',
  },
  'not-in-a-mass': { zh: '它不属于任何群体投诉。', en: 'It belongs to no mass complaint.' },
  'no-grant': {
    zh: '这份记录只能由本办法指定、有权查阅的人负责。',
    en: 'Only somebody of the role that the policy names for it may own this record.',
  },
  'no-extension-left': { zh: '本办法不再给这件投诉延期。', en: 'The policy gives this complaint no more time.' },
  'extension-too-late': {
    zh: '期限已过，延期须在期满前提出。',
    en: 'The clock has run out already: more time is asked for before it does.',
  },
  'nothing-told': {
    zh: '须先告知结果。',
    en: 'The result has to be told first.',
  },
  'analysis-missing': {
    zh: '须先登记原因才能结案。',
    en: 'The cause has to be recorded before closing.',
  },
  'survey-open': {
    zh: '满意度调查尚未结束，答复或到期后自动结束。',
    en: 'The survey is still open; it closes by itself when answered or over.',
  },
  'rounds-used-up': {
    zh: '处理轮次已用完，只有新事实才能重新处理；可申请调解、仲裁或向申诉机构反映。',
    en: 'All rounds are used up; only new facts reopen it. Mediation, arbitration and the ombudsman are open.',
  },
  'not-merged': {
    zh: '它没有并入别的投诉。',
    en: 'It is not merged into another complaint.',
  },
  'no-such-complaint': {
    zh: '没有这件投诉，或您无权查看。',
    en: 'There is no such complaint, or it is not yours to see.',
  },
  'no-such-pack': {
    zh: '没有以此哈希保存的办法。',
    en: 'No policy pack is stored under that hash.',
  },
  'no-such-field': {
    zh: '登记表没有这个可更正的字段。',
    en: 'The record has no such field that can be corrected.',
  },
} as const satisfies Record<RefusalCode, Words>;
