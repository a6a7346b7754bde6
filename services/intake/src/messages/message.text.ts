import { fill, type MessagePurpose, type Pack } from '@redress/policy';
import { PLAIN_TEXTS } from './plain.texts.ts';

export interface MessageFacts {
  readonly number: string;
  readonly language: 'zh' | 'en';
  /** Instants and figures that the text may name: `solveBy`, `appointmentAt`, `compensation`. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** Work name of who handles it. */
  readonly handler: string | null;
  /** The words told to the customer, where the message carries any. */
  readonly words: string | null;
}

/** The text of a message in the customer's language: the pack's own, else a plain sentence. */
export function messageText(pack: Pack, purpose: MessagePurpose, message: MessageFacts): string {
  const texts = { ...PLAIN_TEXTS, ...pack.texts };
  const { facts, words, handler, number, language } = message;
  const instants = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, readable(value)]]));
  const named: Record<string, string> = Object.fromEntries(instants);
  return fill((texts[purpose] ?? PLAIN_TEXTS.news)[language], {
    ...named,
    ...answerBy(purpose, named),
    ...(named['reopeningBy'] === undefined ? {} : { reopenUntil: named['reopeningBy'] }),
    number,
    deadlines: deadlinesOf(pack, facts, language),
    handler: handler ?? '',
    trackingLink: `/tracking/${number}`,
    result: words ?? '',
    words: words ?? '',
  }).trim();
}

/** What the law asks for, a line each: until when, what, and where it is written. */
function deadlinesOf(pack: Pack, facts: MessageFacts['facts'], language: 'zh' | 'en'): string {
  const lines = (pack.statutory ?? []).flatMap(({ code, title, source }) => {
    const dueAt = facts[`statutory:${code}`];
    if (dueAt === undefined || dueAt === null) return [];
    const [by, law] = [readable(dueAt), source[language]];
    return [language === 'zh' ? `${title.zh}：${by} 前（${law}）` : `${title.en}: by ${by} (${law})`];
  });
  return lines.join('\n');
}

function answerBy(purpose: MessagePurpose, named: Readonly<Record<string, string>>): Record<string, string> {
  const by = named[purpose === 'offer' ? 'offerBy' : 'surveyBy'];
  return by === undefined ? {} : { answerBy: by };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Until organisations state their zone for letters, instants are written in UTC and say so. */
function readable(value: string | number): string {
  const text = String(value);
  return INSTANT.test(text) ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC` : text;
}
