import { CHANNELS } from '@redress/contracts';
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
  { code: 'quality', parent: 'management', title: { zh: '质量部', en: 'Quality' }, head: 'jing.shen' },
];

/** Everybody who handles speaks both languages and takes every channel; the categories are those of the department. */
function handles(...categories: readonly string[]): string[] {
  return [
    ...categories.map((category) => `category:${category}`),
    ...['zh', 'en'].map((language) => `language:${language}`),
    ...CHANNELS.map((channel) => `channel:${channel}`),
  ];
}

function person(
  username: string,
  name: string,
  department: string,
  roles: readonly string[],
  backup: string | null = null,
  skills: readonly string[] = [],
): DemoPerson {
  return { username, name, department, roles, skills, backup };
}

/** Two who handle, each the B of the other. */
function pair(
  department: string,
  roles: readonly string[],
  skills: readonly string[],
  [first, second]: readonly [readonly [string, string], readonly [string, string]],
): DemoPerson[] {
  return [
    person(first[0], first[1], department, roles, second[0], skills),
    person(second[0], second[1], department, roles, first[0], skills),
  ];
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...pair('customer-service', ['handler', 'clerk'], handles('service-quality', 'price'), [
    ['mei.chen', '陈梅 Mei Chen'],
    ['ada.price', 'Ada Price'],
  ]),
  person('bo.wang', '王博 Bo Wang', 'customer-service', ['clerk', 'tracker']),
  person('nina.patel', 'Nina Patel', 'customer-service', ['approver']),
  person('lin.zhao', '赵琳 Lin Zhao', 'customer-service', ['department-head'], 'wei.liu'),
  person('wei.liu', '刘伟 Wei Liu', 'customer-service', ['complaint-manager'], 'lin.zhao'),
  ...pair('after-sales', ['handler'], handles('after-sales', 'product-quality'), [
    ['jun.li', '李军 Jun Li'],
    ['tom.baker', 'Tom Baker'],
  ]),
  person('olga.meyer', 'Olga Meyer', 'after-sales', ['department-head']),
  ...pair('logistics', ['handler'], handles('delivery'), [
    ['rosa.diaz', 'Rosa Diaz'],
    ['kai.zhang', '张凯 Kai Zhang'],
  ]),
  person('hao.sun', '孙浩 Hao Sun', 'logistics', ['department-head']),
  ...pair('sales', ['handler'], handles('price'), [
    ['min.xu', '徐敏 Min Xu'],
    ['paul.reed', 'Paul Reed'],
  ]),
  person('eva.novak', 'Eva Novak', 'sales', ['department-head']),
  ...pair('quality', ['handler'], handles('product-quality', 'service-quality'), [
    ['fang.luo', '罗芳 Fang Luo'],
    ['ivan.petrov', 'Ivan Petrov'],
  ]),
  person('jing.shen', '沈静 Jing Shen', 'quality', ['department-head'], 'fang.luo'),
  ...pair('management', ['handler'], handles('service-quality'), [
    ['xin.gao', '高欣 Xin Gao'],
    ['leo.martin', 'Leo Martin'],
  ]),
  person('sara.holm', 'Sara Holm', 'management', ['leader'], 'guo.tang'),
  person('guo.tang', '唐国 Guo Tang', 'management', ['general-manager'], 'sara.holm'),
  person('yu.feng', '冯宇 Yu Feng', 'management', ['spokesperson']),
  person('qin.zhou', '周琴 Qin Zhou', 'management', ['legal']),
  person('dan.cole', 'Dan Cole', 'management', ['planner']),
  person('iris.yang', '杨怡 Iris Yang', 'management', ['auditor']),
  person('alex.stone', 'Alex Stone', 'management', ['administrator']),
];
