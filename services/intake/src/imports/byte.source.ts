/** Bytes that can be read from anywhere, as often as one likes. */
export interface ByteSource {
  readonly size: number;
  /** From `from` to before `to`. */
  range(from: number, to: number): AsyncGenerator<Buffer, void>;
}

/** The bytes of a range at once: for small ones. */
export async function bytesOf(source: ByteSource, from: number, to: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.range(from, Math.min(to, source.size))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Bytes that are all in memory. */
export function sourceOf(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    async *range(from, to) {
      if (from < to) yield bytes.subarray(from, to);
    },
  };
}
