import type { ComplaintInput } from './complaint.input.ts';

interface Told {
  readonly language: 'zh' | 'en';
  readonly channel: ComplaintInput['channel'];
  readonly departmentId: string;
  readonly category: string;
  readonly description: string;
  readonly assessment: ComplaintInput['assessment'];
}

const light = { severity: 1, urgency: 2, prevalence: 1 };
const urgent = { severity: 2, urgency: 3, prevalence: 1 };
const severe = { severity: 3, urgency: 2, prevalence: 2 };
const both = { severity: 3, urgency: 4, prevalence: 1 };

/** Complaints of our own writing, in both languages, over all departments and levels. */
const TOLD: readonly Told[] = [
  {
    language: 'en',
    channel: 'hotline',
    departmentId: 'logistics',
    category: 'delivery',
    assessment: urgent,
    description: 'The sofa was promised for Tuesday; it is Friday and the driver does not answer.',
  },
  {
    language: 'zh',
    channel: 'chat',
    departmentId: 'sales',
    category: 'price',
    assessment: light,
    description: '结账时比标价多收了十二元，店员说系统就是这个价。',
  },
  {
    language: 'en',
    channel: 'e-mail',
    departmentId: 'after-sales',
    category: 'after-sales',
    assessment: severe,
    description: 'Third repair of the same washing machine. Each time it leaks again within a week.',
  },
  {
    language: 'zh',
    channel: 'hotline',
    departmentId: 'customer-service',
    category: 'service-quality',
    assessment: light,
    description: '打了四次电话，每次都要从头讲一遍，没有人记录。',
  },
  {
    language: 'en',
    channel: 'web-form',
    departmentId: 'sales',
    category: 'price',
    assessment: urgent,
    description: 'My card was charged twice for one order and rent is due tomorrow.',
  },
  {
    language: 'zh',
    channel: 'face-to-face',
    departmentId: 'after-sales',
    category: 'product-quality',
    assessment: both,
    description: '新买的电压力锅漏气，孩子差一点被烫伤，要求马上处理。',
  },
  {
    language: 'en',
    channel: 'letter',
    departmentId: 'customer-service',
    category: 'service-quality',
    assessment: light,
    description: 'I was spoken to rudely at the counter on the ground floor.',
  },
  {
    language: 'zh',
    channel: 'third-party',
    departmentId: 'logistics',
    category: 'delivery',
    assessment: severe,
    description: '同一小区三户的冰箱都被摔坏了外壳，快递让我们自己找厂家。',
  },
];

/** `count` complaints, no two under the same reference. */
export function ownComplaints(count: number): ComplaintInput[] {
  return Array.from({ length: count }, (_, index) => {
    const told = TOLD[index % TOLD.length] as Told;
    const { language, channel, departmentId, category, description, assessment } = told;
    return {
      ...{ language, channel, departmentId, description, assessment },
      complainant: {
        name: language === 'zh' ? `客户${index + 1}` : `Customer ${index + 1}`,
        mobile: `138${String(index).padStart(8, '0')}`,
      },
      matters: [{ category, reference: `ORDER-${1000 + index}` }],
    };
  });
}
