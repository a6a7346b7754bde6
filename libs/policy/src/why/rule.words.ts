import type { Words } from '../words.ts';

/**
 * What each rule says, in both languages; `{place}` is a fact of it. A rule of clocks (`clock.<kind>`) and a comparison
 * (`condition.…`) are worded by their kind, in `why.ts`.
 */
export const RULE_WORDS: Readonly<Record<string, Words>> = {
  'grading.level': { zh: '规则 {decidedBy} 成立，定为 {gives} 级。', en: 'Rule {decidedBy} holds: level {gives}.' },
  'grading.level.default': {
    zh: '没有规则能定级，暂按 {level} 级，待人确认。',
    en: 'No rule settles the level: {level} stands until a person confirms it.',
  },
  'grading.level.fast-lane': {
    zh: '走快速通道，按最高的 {level} 级。',
    en: 'On the fast lane the gravest level counts: {level}.',
  },
  'grading.passed-over': { zh: '规则 {passedOver} 不成立。', en: 'Rule {passedOver} does not hold.' },
  'grading.open': {
    zh: '暂定：规则 {open} 还取决于未知的事实。',
    en: 'It is provisional: {open} may still hold when more is known.',
  },
  'grading.class': { zh: '规则 {decidedBy} 成立，定为 {gives} 类。', en: 'Rule {decidedBy} holds: class {gives}.' },
  'grading.class.mildest': {
    zh: '没有升类的事由，为 {class} 类。',
    en: 'Nothing speaks for more than class {class}.',
  },
  'grading.serious': { zh: '是否重大：{holds}。', en: 'Serious: {holds}.' },
  'grading.fast-lane': { zh: '是否走快速通道：{holds}。', en: 'Fast lane: {holds}.' },
  'clock.given-date': {
    zh: '以经办人给出的日期 {givenDate} 为准。',
    en: 'The date that the handler gave counts: {givenDate}.',
  },
  'calendar.beyond-coverage': {
    zh: '日历 {calendar} 只排到 {coversUntil}，其后的假日未知，到期时间可能变动。',
    en: 'Calendar {calendar} is known until {coversUntil} only; holidays after that may move this.',
  },
  'accept.level': { zh: '按级别须在 {amount} {unit} 内受理。', en: 'At this level {amount} {unit} to accept.' },
  'accept.fast-lane': {
    zh: '快速通道须在 {amount} {unit} 内受理。',
    en: 'On the fast lane {amount} {unit} to accept.',
  },
  'accept.hand-over': {
    zh: '由其他部门转来，按转办的时限受理。',
    en: 'It came from another department: the time for hand-overs.',
  },
  'accept.half-of-what-remains': {
    zh: '本可到 {usuallyDueAt}，但不得超过所余时间的一半，故为 {dueAt}。',
    en: 'It would have been {usuallyDueAt}; half of the time that remains ends sooner, at {dueAt}.',
  },
  'approval.always': { zh: '本办法规定一律须审批。', en: 'The policy asks for approval always.' },
  'approval.above-limit': {
    zh: '{kind} {amount} 超出本人权限 {limit}。',
    en: 'The {kind} of {amount} is above the own limit of {limit}.',
  },
  'approval.within-limit': {
    zh: '补偿 {compensation}、额外关怀 {goodwill} 在本人权限之内。',
    en: 'Compensation {compensation} and goodwill {goodwill} lie within the own limit.',
  },
  'approval.serious': { zh: '属重大投诉，须由领导审批。', en: 'The complaint is serious: a leader approves.' },
  'approval.higher-authority': {
    zh: '须由更高一级决定（本人为第 {rank} 级，至少第 {floor} 级）。',
    en: 'A higher authority decides (own rank {rank}, at least {floor}).',
  },
  'approval.highest-authority': {
    zh: '由最高一级作出，不再审批。',
    en: 'The highest authority that the policy names has decided; it stands without approval.',
  },
  'assignment.former-owner': {
    zh: '由该客户上次投诉的负责人 {owner} 接办（在办 {openCases} 件，可办者 {able} 人）。',
    en: "{owner} owned this customer's last complaint ({openCases} open; {able} people able).",
  },
  'assignment.least-loaded': {
    zh: '{owner} 在办最少（{openCases} 件，可办者 {able} 人）。',
    en: '{owner} has the least open work ({openCases}; {able} people able).',
  },
  'assignment.paired-backup': {
    zh: 'B 角为其搭档 {backup}。',
    en: 'The backup is the one paired with the owner: {backup}.',
  },
  'assignment.next-backup': { zh: '搭档不在，B 角为 {backup}。', en: 'The pair is away: {backup} is the backup.' },
  'assignment.no-backup': { zh: '没有可任 B 角的人。', en: 'Nobody can be the backup.' },
  'assignment.skill-missing': { zh: '无人具备所需技能：{skills}。', en: 'Nobody on duty has the skills: {skills}.' },
  'assignment.nobody': { zh: '无人可办，由部门负责人承接。', en: 'Nobody is able: the department head has it.' },
  'assignment.department-head': { zh: '由部门负责人承接。', en: 'The department head has it.' },
  'ladder.rung': {
    zh: '时限走到 {atFraction} 倍，到达 {rung} 一级。',
    en: 'The clock stands at {atFraction} of its length: rung {rung}.',
  },
  'ladder.skipped': {
    zh: '{person} 不在岗或被投诉，跳过。',
    en: '{person} is absent or complained of and is skipped.',
  },
  'ladder.ownership-moves': { zh: '负责人改为 {to}（{place}）。', en: 'Ownership moves to {to} ({place}).' },
  'ladder.nobody-left': { zh: '{rung} 一级无人可接。', en: 'Nobody is left to take it at rung {rung}.' },
  'up-at-once': {
    zh: '一、二级而部门不能解决，立即上报。',
    en: 'A grave level that the department cannot solve goes up at once.',
  },
  'to-the-head': { zh: '部门不能解决，报部门负责人。', en: 'What cannot be solved goes to the department head.' },
  'hand-over-disputed': {
    zh: '部门之间有争议，由客服经理裁定。',
    en: 'The departments disagree: the complaint manager rules.',
  },
  away: { zh: '本人不在岗。', en: 'The person is away.' },
  'not-accepted': { zh: '未在时限内受理。', en: 'It was not accepted in time.' },
  'accept-in-time': { zh: '未在时限内受理，转给下一人。', en: 'It was not accepted in time and goes to the next.' },
  declined: { zh: '本人已退回。', en: 'The person has declined it.' },
  concerned: { zh: '本人被投诉，不得经办。', en: 'The person is complained of and has no part in it.' },
  'offer-unanswered': { zh: '客户未在期限内答复方案。', en: 'The offer was not answered by its date.' },
  'survey-closing-date': { zh: '满意度调查已到截止日。', en: 'The survey has reached its closing date.' },
  'reopening-window': { zh: '重新处理的期限已过。', en: 'The time for reopening has lapsed.' },
  'nothing-owed': { zh: '已无待办事项。', en: 'Nothing is owed any more.' },
  'survivor-ended': { zh: '合并到的投诉已结束。', en: 'The complaint that it was merged into has ended.' },
  withdrawn: { zh: '客户撤回。', en: 'The customer has withdrawn it.' },
  transferred: { zh: '已移交其他单位。', en: 'It was handed to another authority.' },
  customer: { zh: '客户要求重新处理。', en: 'The customer asked for it to be taken up again.' },
  'new-facts': { zh: '有新的事实。', en: 'There are new facts.' },
  survey: { zh: '客户在调查中表示不满意。', en: 'The survey says: not satisfied.' },
  'follow-up': { zh: '回访发现问题未解决。', en: 'The follow-up check found it unsolved.' },
};
