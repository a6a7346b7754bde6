import { columnMapping, EVERY_OTHER, type ColumnMapping, type ColumnMappingInput } from './column-mapping.ts';
import { ROW_FIELD_NAMES } from './row-fields.ts';

/** The product's own column names. */
const OWN: ColumnMappingInput = {
  name: 'own columns',
  needs: ['description', 'category', 'channel'],
  columns: Object.fromEntries(ROW_FIELD_NAMES.map((name) => [name, name])),
};

const OWN_IN_CHINESE: ColumnMappingInput = {
  name: '中文表头',
  needs: ['投诉内容', '投诉类别'],
  columns: {
    ...{
      channel: '投诉渠道',
      receivedAt: '投诉时间',
      departmentId: '受理部门',
      description: '投诉内容',
      wish: '客户诉求',
    },
    ...{ name: '投诉人', sex: '性别', mobile: '手机', phone: '电话', email: '邮箱', address: '地址' },
    ...{ category: '投诉类别', product: '产品', reference: '订单号', place: '地点', lossClaimed: '索赔金额' },
    ...{ closing: '办结方式', closedAt: '办结时间' },
  },
  codes: {
    channel: {
      ...{
        热线: 'hotline',
        电话: 'hotline',
        邮件: 'e-mail',
        在线客服: 'chat',
        网站: 'web-form',
        社交媒体: 'social-media',
      },
      ...{ 第三方平台: 'third-party', 信函: 'letter', 现场: 'face-to-face' },
    },
    sex: { 女: 'female', 男: 'male', [EVERY_OTHER]: 'other' },
    closing: { 已解决: 'solved', 答复办结: 'settled-by-reply', 不予支持: 'declined', 撤诉: 'withdrawn' },
  },
  always: { channel: '热线', language: 'zh' },
  utcOffset: '+08:00',
};

const REGULATOR: ColumnMappingInput = {
  name: 'complaints to a financial regulator',
  needs: ['complaint_id', 'product', 'issue', 'narrative', 'submitted_via'],
  columns: {
    ...{ channel: 'submitted_via', receivedAt: 'date_received', description: ['issue', 'sub_issue', 'narrative'] },
    ...{ product: ['product', 'sub_product'], reference: 'complaint_id', place: 'state', closing: 'company_response' },
  },
  codes: {
    channel: {
      ...{ Web: 'web-form', Phone: 'hotline', Referral: 'third-party', 'Postal mail': 'letter', Email: 'e-mail' },
      [EVERY_OTHER]: 'letter',
    },
    closing: {
      'Closed with explanation': 'settled-by-reply',
      'Closed with monetary relief': 'solved',
      'Closed with non-monetary relief': 'solved',
      Closed: 'settled-by-reply',
    },
  },
  always: { language: 'en', departmentId: 'customer-service', category: 'service-quality' },
  identity: ['complaint_id'],
};

const PLATFORM: ColumnMappingInput = {
  name: 'a complaint platform on the web',
  needs: ['title', 'detail', 'target', 'problem', 'demand'],
  columns: { description: ['title', 'detail', 'problem'], wish: 'demand', product: 'target' },
  always: { channel: 'third-party', language: 'zh', departmentId: 'after-sales', category: 'after-sales' },
};

const cars = { language: 'zh', channel: 'third-party', departmentId: 'after-sales', category: 'product-quality' };

const CARS: ColumnMappingInput = {
  name: 'complaints about cars',
  needs: ['complaint_id', 'brand', 'series', 'model', 'summary'],
  columns: {
    ...{ receivedAt: 'date', description: 'summary', product: ['brand', 'series', 'model'] },
    ...{ reference: 'complaint_id', reason: 'fault_codes' },
  },
  always: cars,
  identity: ['complaint_id'],
  utcOffset: '+08:00',
};

const CARS_IN_CHINESE: ColumnMappingInput = {
  name: '汽车投诉',
  needs: ['id', '投诉品牌', '投诉车系', '问题简述'],
  columns: {
    ...{ receivedAt: '投诉时间', description: '问题简述', product: ['投诉品牌', '投诉车系', '投诉车型'] },
    ...{ reference: 'id', reason: '典型问题' },
  },
  always: cars,
  identity: ['id'],
  utcOffset: '+08:00',
};

const REVIEWS: ColumnMappingInput = {
  name: 'reviews with a label',
  needs: ['label', 'review'],
  columns: { description: 'review', product: 'category' },
  only: { column: 'label', is: ['0'] },
  always: { channel: 'web-form', language: 'zh', departmentId: 'customer-service', category: 'service-quality' },
};

/** The mappings that ship with the product, in the order in which a file is tried against them. */
export const SHIPPED_MAPPINGS: readonly ColumnMapping[] = [
  ...[OWN, OWN_IN_CHINESE, REGULATOR, PLATFORM, CARS, CARS_IN_CHINESE, REVIEWS].map((one) => columnMapping.parse(one)),
];

/** The first mapping whose columns the header has; undefined when none fits. */
export function mappingFor(header: readonly string[]): ColumnMapping | undefined {
  return SHIPPED_MAPPINGS.find((mapping) => mapping.needs.every((column) => header.includes(column)));
}
