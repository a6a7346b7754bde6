import type { ComplaintInput } from './complaint.input.ts';

/** How the columns of a CSV become a complaint: data, one entry a kind of file. */
export interface ColumnMapping {
  readonly name: string;
  /** Columns by which a file of this kind is known. */
  readonly needs: readonly string[];
  readonly language: 'zh' | 'en';
  readonly departmentId: string;
  readonly category: string;
  readonly description: readonly string[];
  readonly wish: readonly string[];
  readonly product: readonly string[];
  readonly reference: readonly string[];
  readonly channel: string;
  readonly channels: Readonly<Record<string, ComplaintInput['channel']>>;
  readonly otherChannel: ComplaintInput['channel'];
}

export const MAPPINGS: readonly ColumnMapping[] = [
  {
    name: 'complaints to a financial regulator',
    needs: ['complaint_id', 'product', 'issue', 'narrative', 'submitted_via'],
    language: 'en',
    departmentId: 'customer-service',
    category: 'service-quality',
    description: ['issue', 'sub_issue', 'narrative'],
    wish: [],
    product: ['product', 'sub_product'],
    reference: ['complaint_id'],
    channel: 'submitted_via',
    channels: { Web: 'web-form', Phone: 'hotline', Referral: 'third-party', 'Postal mail': 'letter', Email: 'e-mail' },
    otherChannel: 'letter',
  },
  {
    name: 'a complaint platform on the web',
    needs: ['title', 'detail', 'target', 'problem', 'demand'],
    language: 'zh',
    departmentId: 'after-sales',
    category: 'after-sales',
    description: ['title', 'detail', 'problem'],
    wish: ['demand'],
    product: ['target'],
    reference: [],
    channel: '',
    channels: {},
    otherChannel: 'third-party',
  },
];
