import { fill, type Instant, type MessagePurpose, type Pack, type Words } from '@redress/policy';

const PLAIN: Record<Exclude<MessagePurpose, keyof Pack['texts']>, Words> = {
  'message-received': {
    zh: '您关于投诉 {number} 的留言已收到，并已转给负责人。',
    en: 'We have received your message about complaint {number}; the person in charge has it.',
  },
  'reopening-received': {
    zh: '投诉 {number} 已重新受理，将由另一位同事重新处理。',
    en: 'Complaint {number} is open again; somebody else will look at it anew.',
  },
};

export interface MessageFacts {
  readonly number: string;
  readonly language: 'zh' | 'en';
  /** Instants that the text names. */
  readonly instants: Readonly<Record<string, Instant>>;
  /** The words told to the customer, where the message carries any. */
  readonly result: string | null;
}

/** The text of a message in the customer's language: the pack's own, else a plain sentence. */
export function messageText(pack: Pack, purpose: MessagePurpose, facts: MessageFacts): string {
  const words =
    purpose in pack.texts ? pack.texts[purpose as keyof Pack['texts']] : PLAIN[purpose as keyof typeof PLAIN];
  const named = Object.entries(facts.instants).map(([name, at]) => [name, readable(at)]);
  return fill(words[facts.language], {
    ...Object.fromEntries(named),
    number: facts.number,
    trackingLink: `/tracking/${facts.number}`,
    result: facts.result ?? '',
  }).trim();
}

/** Until organisations state their zone for letters, instants are written in UTC and say so. */
function readable(at: Instant): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
