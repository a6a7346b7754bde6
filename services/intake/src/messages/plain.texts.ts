import type { TextCode, Words } from '@redress/policy';

/** Plain sentences for the messages that a pack does not word itself. */
export const PLAIN_TEXTS: { readonly [Code in Exclude<TextCode, 'acknowledgement' | 'result'>]: Words } = {
  'message-received': {
    zh: '您关于投诉 {number} 的留言已收到，并已转给负责人。',
    en: 'We have received your message about complaint {number}; the person in charge has it.',
  },
  'reopening-received': {
    zh: '投诉 {number} 已重新受理，将由另一位同事重新处理。',
    en: 'Complaint {number} is open again; somebody else will look at it anew.',
  },
  offer: {
    zh: '关于投诉 {number}，我们提出：\n{words}\n请在 {answerBy} 前答复：{trackingLink}。',
    en: 'For your complaint {number} we offer:\n{words}\nPlease answer by {answerBy}: {trackingLink}.',
  },
  'offer-taken-back': {
    zh: '关于投诉 {number} 的方案已撤回，我们会尽快提出新的方案。',
    en: 'The offer for your complaint {number} was taken back; you will hear from us with another one.',
  },
  letter: {
    zh: '关于投诉 {number}，因未能与您取得联系，现书面告知结果：\n{result}\n如有异议，请在 {reopenUntil} 前提出：{trackingLink}。',
    en: 'We could not reach you about your complaint {number}. The result:\n{result}\nYou may have it reopened until {reopenUntil}: {trackingLink}.',
  },
  survey: {
    zh: '请在 {answerBy} 前对投诉 {number} 的结果和处理过程作出评价：{trackingLink}。',
    en: 'Please say until {answerBy} how result and handling of your complaint {number} were: {trackingLink}.',
  },
  'survey-reminder': {
    zh: '提醒您：请在 {answerBy} 前对投诉 {number} 的处理作出评价：{trackingLink}。',
    en: 'A reminder: until {answerBy} you can say how your complaint {number} was handled: {trackingLink}.',
  },
  news: {
    zh: '您的投诉 {number} 仍在处理中，最迟于 {solveBy} 解决。',
    en: 'Your complaint {number} is still being worked on; it should be solved by {solveBy}.',
  },
  question: {
    zh: '关于投诉 {number}，请您回答：\n{words}\n{trackingLink}',
    en: 'About your complaint {number} we need to know from you:\n{words}\n{trackingLink}',
  },
  appointment: {
    zh: '投诉 {number} 的预约时间：{appointmentAt}。{words}',
    en: 'The appointment for your complaint {number}: {appointmentAt}. {words}',
  },
  handler: {
    zh: '您的投诉 {number} 现由 {handler} 负责。',
    en: '{handler} now looks after your complaint {number}.',
  },
  timetable: {
    zh: '投诉 {number} 的时间安排有变：最迟于 {solveBy} 解决。',
    en: 'The timetable of your complaint {number} has changed: it should be solved by {solveBy}.',
  },
  extended: {
    zh: '投诉 {number} 需要更多时间：{words}\n现最迟于 {solveBy} 办结。',
    en: 'Your complaint {number} needs more time: {words}\nIt should now be solved by {solveBy}.',
  },
  'ways-outside': {
    zh: '如对投诉 {number} 的最终意见仍不满意，您可以申请调解、仲裁，或向行业申诉机构反映。',
    en: 'If you still disagree about complaint {number}, mediation, arbitration and the ombudsman are open to you.',
  },
  withdrawn: {
    zh: '您的投诉 {number} 已按您的要求撤回。',
    en: 'Your complaint {number} was withdrawn as you asked.',
  },
  transferred: {
    zh: '投诉 {number} 已连同材料移交有权处理的单位：\n{words}',
    en: 'Your complaint {number} was handed with its file to the authority that decides it:\n{words}',
  },
  'taken-further': {
    zh: '您在投诉 {number} 中反映的情况已转交管理部门另行保密查处，查处情况由其直接告知您。',
    en: 'What you report in complaint {number} is looked into apart and in confidence by the management; you will hear from it.',
  },
  mediation: {
    zh: '关于投诉 {number}，我们提议由双方认可的第三方调解：\n{words}',
    en: 'For your complaint {number} we propose a mediator whom both of us trust:\n{words}',
  },
  merged: {
    zh: '投诉 {number} 已与同一事项的另一投诉合并处理，原编号继续有效。',
    en: 'Your complaint {number} is handled together with another one about the same matter; the number stays good.',
  },
};
