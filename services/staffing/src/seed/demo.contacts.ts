import { v5 as uuid5 } from 'uuid';
import type { Contact } from '../contacts/contact.repository.ts';

const CONTACT_IDS = '3d6f0a52-94b7-5e1c-8a2f-6c1d5b7e9f04';

function contact(
  kind: Contact['kind'],
  zh: string,
  en: string,
  phone: string,
  more: Partial<Pick<Contact, 'email' | 'departmentId' | 'person'>> = {},
): Contact {
  const id = uuid5(en, CONTACT_IDS);
  return { id, kind, title: { zh, en }, phone, email: null, departmentId: null, person: null, ...more };
}

/** Whom the demo company may have to call: public lines as they are, everybody else made up. */
export const DEMO_CONTACTS: readonly Contact[] = [
  contact('emergency', '火警', 'Fire brigade', '119'),
  contact('emergency', '急救中心', 'Ambulance', '120'),
  contact('police', '报警电话', 'Police emergency line', '110'),
  contact('police', '城东派出所', 'East district police station', '021 5550 0110', {
    person: { name: '何警官 Officer He', phone: '+86 139 0000 0110' },
  }),
  contact('hospital', '市第一医院', 'First city hospital', '021 5550 0120'),
  contact('mediator', '消费者协会', 'Consumer association', '12315'),
  contact('mediator', '行业纠纷调解中心', 'Mediation centre of the trade', '021 5550 0400', {
    person: { name: 'Helen Brook', phone: '+86 139 0000 0400' },
  }),
  contact('regulator', '市场监督管理局', 'Market regulator', '12345'),
  contact('supplier', '快捷物流', 'Swift parcels', '400 555 0199', {
    departmentId: 'logistics',
    email: 'desk@swift-parcels.example',
    person: { name: '马骏 Jun Ma', phone: '+86 139 0000 0199' },
  }),
  contact('supplier', '华泰配件', 'Huatai spare parts', '400 555 0188', { departmentId: 'after-sales' }),
];
