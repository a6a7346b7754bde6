import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Database, PersonCipher } from '@redress/db';
import { DomainClock, readConfig } from '@redress/service-kit';
import { PackRoleRepository } from './authority/pack-role.repository.ts';
import { DepartmentRepository } from './departments/department.repository.ts';
import { DirectoryPublisher } from './events/directory.publisher.ts';
import { PersonRepository } from './people/person.repository.ts';
import { SCHEMA } from './schema.ts';
import { addFirstAdministrator, administratorRequest, AdministratorRefused } from './seed/first.administrator.ts';
import { PasswordHasher } from './sessions/password.hasher.ts';
import { staffingDatabase } from './staffing.service.ts';
import { staffingSettings } from './staffing.settings.ts';

const { values } = parseArgs({
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    department: { type: 'string', default: 'management' },
    title: { type: 'string', default: 'Management' },
  },
});

/** The password is the first line of the input, so that it stands in no list of processes. */
async function passwordOf(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  return '';
}

async function add(): Promise<string> {
  const config = readConfig(staffingSettings);
  const asked = administratorRequest.safeParse({
    ...{ username: values.username, name: values.name },
    ...{ departmentId: values.department, departmentTitle: values.title, password: await passwordOf(process.stdin) },
  });
  if (!asked.success) throw new AdministratorRefused(asked.error.issues.map(faultLine).join('\n'));
  const database = await Database.open({
    ...staffingDatabase,
    url: config.databaseUrl,
    applicationName: 'redress-administrator',
  });
  try {
    const clock = new DomainClock(config.clock);
    const parts = {
      people: new PersonRepository(new PersonCipher(SCHEMA, config.masterKey)),
      ...{
        departments: new DepartmentRepository(),
        publisher: new DirectoryPublisher(),
        roles: new PackRoleRepository(clock),
      },
    };
    const passwordHash = await new PasswordHasher().hash(asked.data.password);
    const person = await database.tx(async (tx) =>
      addFirstAdministrator(tx, asked.data, passwordHash, await clock.now(tx), parts),
    );
    return `${person.username} may administer. Sign in with the password that you have chosen.`;
  } finally {
    await database.close();
  }
}

const faultLine = ({ path, message }: { path: PropertyKey[]; message: string }) => `${path.join('.')}: ${message}`;

try {
  process.stdout.write(`${await add()}\n`);
} catch (fault) {
  if (!(fault instanceof AdministratorRefused)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
