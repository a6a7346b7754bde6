import type { Words } from '@redress/policy';
import { say } from '../words/say.ts';

type Sentence = (level: string, to: Words, from: Words) => Words;

/** What a changed length of time of a level means to people. */
export const LEVEL_TIMES: Readonly<Record<string, Sentence>> = {
  respond: (level, to, from) =>
    say`级别 ${level} 现须在 ${to} 内首次联系客户，原为 ${from}`
      .en`level ${level} now answers in ${to} instead of ${from}`,
  solve: (level, to, from) =>
    say`级别 ${level} 现须在 ${to} 内解决，原为 ${from}`.en`level ${level} is now solved in ${to} instead of ${from}`,
  accept: (level, to, from) =>
    say`级别 ${level} 现须在 ${to} 内接单，原为 ${from}`
      .en`work of level ${level} is now accepted in ${to} instead of ${from}`,
  news: (level, to, from) =>
    say`级别 ${level} 现每 ${to} 告知客户进展，原为每 ${from}`
      .en`at level ${level} the customer now hears from us every ${to} instead of every ${from}`,
  progress: (level, to, from) =>
    say`级别 ${level} 现每 ${to} 向上报告进展，原为每 ${from}`
      .en`at level ${level} progress is now reported upward every ${to} instead of every ${from}`,
};

/** What a yes or no of a level means to people; no says that it does so no longer. */
export const LEVEL_FLAGS: Readonly<Record<string, Words>> = {
  attemptsInOneDay: {
    zh: '可在一天内完成全部联系尝试',
    en: 'all attempts to reach the customer may be made in one day',
  },
  statutory: { zh: '时限为法定，不可暂停', en: 'the clocks are statutory and never pause' },
  solveDateGivenByHandler: { zh: '由处理人给出解决日期', en: 'the handler gives the date of the solution' },
  settledByReply: { zh: '可由负责人以一般答复了结', en: 'the owner may settle it by a general reply' },
  upAtOnceWhenUnsolvable: { zh: '部门无法解决时立即上报', en: 'what the department cannot solve goes up at once' },
};
