import { SaxesParser } from 'saxes';
import { spreadsheetBroken } from './spreadsheet.refusal.ts';

/** Takes what stands in a document, in its order; names come without their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close(name: string): void;
}

/** More characters than this without an element are no document of ours. */
const MOST_BETWEEN_ELEMENTS = 1024 * 1024;

/**
 * Reads a document as it comes in, and yields after each piece: what the handler has gathered can be taken then. Nothing is
 * fetched and no entity of the document's own is known. Throws RefusalError 422 for what is no XML in UTF-8.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void, void> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let since = 0;
  const refuse = (): never => {
    throw spreadsheetBroken();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    since = 0;
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    since = 0;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  const decoded = (chunk: Buffer): string => {
    try {
      return utf8.decode(chunk, { stream: true });
    } catch {
      return refuse();
    }
  };
  for await (const chunk of bytes) {
    since += chunk.length;
    parser.write(decoded(chunk));
    if (since > MOST_BETWEEN_ELEMENTS) refuse();
    yield;
  }
  parser.close();
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
