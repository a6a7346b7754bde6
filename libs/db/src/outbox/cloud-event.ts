/** A fact for other systems: CloudEvents 1.0 in JSON, without customer data and free words (IMP-6). */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  /** The producing service, `/redress/intake`. */
  readonly source: string;
  /** `redress.<thing>.<past verb>.v<n>` */
  readonly type: string;
  /** Id of the thing: the complaint, the person. */
  readonly subject: string;
  /** Domain instant at which it happened. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Per thing and producing service, without a gap, from 1. */
  readonly sequence: number;
  readonly access: string;
  readonly matterid?: string;
  readonly drill?: true;
  readonly data: Data;
}
