import type { Words } from '@redress/policy';

/** Sentences in both languages at once: each part that is Words gives its own language. */
export function say(
  zh: TemplateStringsArray,
  ...parts: readonly (Words | string | number)[]
): {
  en: (en: TemplateStringsArray, ...order: readonly (Words | string | number)[]) => Words;
} {
  return { en: (en, ...order) => ({ zh: filled(zh, parts, 'zh'), en: filled(en, order, 'en') }) };
}

function filled(
  strings: TemplateStringsArray,
  parts: readonly (Words | string | number)[],
  language: keyof Words,
): string {
  return strings.reduce((text, string, index) => `${text}${partIn(parts[index - 1] ?? '', language)}${string}`);
}

function partIn(part: Words | string | number, language: keyof Words): string {
  return typeof part === 'object' ? part[language] : String(part);
}

/** The same in both languages. */
export function both(text: string): Words {
  return { zh: text, en: text };
}

/** One after the other. */
export function joined(all: readonly Words[], zh: string, en: string): Words {
  return { zh: all.map((one) => one.zh).join(zh), en: all.map((one) => one.en).join(en) };
}
