import type { CellKind } from './row-fields.ts';

const YES = new Set(['true', 'yes', 'y', '1', '是', '有']);
const NO = new Set(['false', 'no', 'n', '0', '否', '无']);
const GROUPED = /^-?\d{1,3}(,\d{3})*(\.\d+)?$/;
const PLAIN = /^-?\d+(\.\d+)?$/;
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const TIME = /^[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?/;
const OFFSET = /^(Z|[+-]\d{2}:?\d{2})$/;

/** What a cell says, as its field wants it; text that is none of the kind stays text, so that the schema refuses it. */
export function cellValue(text: string, kind: CellKind, utcOffset: string): string | number | boolean {
  switch (kind) {
    case 'number':
      return PLAIN.test(text) || GROUPED.test(text) ? Number(text.replaceAll(',', '')) : text;
    case 'flag':
      return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : text;
    case 'instant':
      return instantText(text, utcOffset);
    default:
      return text;
  }
}

/** `2020-06-18`, `2020/6/18 9:30` and `2020年6月18日` as ISO 8601; a day begins at midnight of the offset. */
function instantText(text: string, utcOffset: string): string {
  const date = DATE.exec(text);
  if (date === null) return text;
  const [whole, year, month = '', day = ''] = date;
  const time = TIME.exec(text.slice(whole.length));
  const [, hour = '0', minute = '00', second = '00', fraction = ''] = time ?? [];
  const rest = text.slice(whole.length + (time?.[0].length ?? 0)).trim();
  if (rest !== '' && !OFFSET.test(rest)) return text;
  const offset = (rest === '' ? utcOffset : rest).replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}${fraction}${offset}`;
}
