import type { MessagePurpose, Pack, Words } from '@redress/policy';

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

/** The text of a message in the customer's language: the pack's own, else a plain sentence. */
export function messageText(pack: Pack, purpose: MessagePurpose, language: 'zh' | 'en', number: string): string {
  const words = purpose in pack.texts ? pack.texts[purpose as keyof Pack['texts']] : PLAIN[purpose as keyof typeof PLAIN];
  return words[language].replaceAll('{number}', number);
}
