import type { Instant } from '@redress/policy';

/** Something that has happened and that a story must list: a stage, a rung, a notice, a message. */
export interface Happening {
  readonly at: Instant;
  /** As a story says it: `told Anna: respond-warning`. */
  readonly text: string;
}

/** A happening that the story lists, and on which line. */
export interface Expected extends Happening {
  readonly line: number;
}

export const isNotice = ({ text }: Happening): boolean => /(^|: )told /.test(text);
