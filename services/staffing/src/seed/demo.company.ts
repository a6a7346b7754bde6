import type { Words } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';

/** Everybody in the demo company signs in with this. */
export const DEMO_PASSWORD = 'redress-demo';

const PEOPLE_IDS = '6f1d7c52-2f0a-5f43-9d7e-1f3b8a4c5d60';

/** Id of a person of the demo company: always the same, so that stories and tests know it. */
export function demoPersonId(username: string): string {
  return uuid5(username, PEOPLE_IDS);
}

export interface DemoDepartment {
  readonly code: string;
  readonly parent: string | null;
  readonly title: Words;
  readonly head: string;
}

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly backup: string | null;
}

export const DEMO_DEPARTMENTS: readonly DemoDepartment[] = [
  { code: 'management', parent: null, title: { zh: '管理层', en: 'Management' }, head: 'guo.tang' },
  {
    code: 'customer-service',
    parent: 'management',
    title: { zh: '客户服务部', en: 'Customer service' },
    head: 'lin.zhao',
  },
  { code: 'after-sales', parent: 'management', title: { zh: '售后服务部', en: 'After-sales' }, head: 'olga.meyer' },
  { code: 'logistics', parent: 'management', title: { zh: '物流部', en: 'Logistics' }, head: 'hao.sun' },
  { code: 'sales', parent: 'management', title: { zh: '销售部', en: 'Sales' }, head: 'eva.novak' },
];

const both = ['zh', 'en'];

function person(
  username: string,
  name: string,
  department: string,
  roles: readonly string[],
  backup: string | null = null,
  skills: readonly string[] = both,
): DemoPerson {
  return { username, name, department, roles, skills, backup };
}

/** Handlers come in pairs: each is the B of the other. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('mei.chen', 'Mei Chen', 'customer-service', ['handler', 'clerk'], 'ada.price', [
    ...both,
    'service-quality',
    'price',
  ]),
  person('ada.price', 'Ada Price', 'customer-service', ['handler', 'clerk'], 'mei.chen', [
    ...both,
    'service-quality',
    'price',
  ]),
  person('bo.wang', 'Bo Wang', 'customer-service', ['clerk', 'tracker']),
  person('nina.patel', 'Nina Patel', 'customer-service', ['approver']),
  person('lin.zhao', 'Lin Zhao', 'customer-service', ['department-head'], 'wei.liu'),
  person('wei.liu', 'Wei Liu', 'customer-service', ['complaint-manager'], 'lin.zhao'),
  person('jun.li', 'Jun Li', 'after-sales', ['handler'], 'tom.baker', [...both, 'after-sales', 'product-quality']),
  person('tom.baker', 'Tom Baker', 'after-sales', ['handler'], 'jun.li', [...both, 'after-sales', 'product-quality']),
  person('olga.meyer', 'Olga Meyer', 'after-sales', ['department-head']),
  person('rosa.diaz', 'Rosa Diaz', 'logistics', ['handler'], 'kai.zhang', [...both, 'delivery']),
  person('kai.zhang', 'Kai Zhang', 'logistics', ['handler'], 'rosa.diaz', [...both, 'delivery']),
  person('hao.sun', 'Hao Sun', 'logistics', ['department-head']),
  person('min.xu', 'Min Xu', 'sales', ['handler'], 'paul.reed', [...both, 'price']),
  person('paul.reed', 'Paul Reed', 'sales', ['handler'], 'min.xu', [...both, 'price']),
  person('eva.novak', 'Eva Novak', 'sales', ['department-head']),
  person('sara.holm', 'Sara Holm', 'management', ['leader'], 'guo.tang'),
  person('guo.tang', 'Guo Tang', 'management', ['general-manager'], 'sara.holm'),
  person('yu.feng', 'Yu Feng', 'management', ['spokesperson']),
  person('qin.zhou', 'Qin Zhou', 'management', ['legal']),
  person('dan.cole', 'Dan Cole', 'management', ['planner']),
  person('iris.yang', 'Iris Yang', 'management', ['auditor']),
  person('alex.stone', 'Alex Stone', 'management', ['administrator']),
];
