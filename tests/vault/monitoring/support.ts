/** A small office for the tests of monitoring: persons with accounts in a vault whose clock is turned by hand. */
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

export interface Office {
  readonly vault: TestVault;
  readonly call: TestVault['service']['call'];
  /** Turns the clock to a moment of a day; later moments only. */
  at(instant: string): void;
  person(
    name: string,
    where: { unit?: string; agency?: string; position?: string },
    accounts?: number,
  ): Promise<string>;
  userId(): Promise<string>;
}

export async function openOffice(): Promise<Office> {
  let now = new Date('2026-10-01T01:00:00.000Z');
  const vault = await createTestVault({
    clock: () => {
      now = new Date(now.getTime() + 1_000);
      return now;
    },
  });
  const call: Office['call'] = (name, input) => vault.service.call(name, input);
  return {
    vault,
    call,
    at: (instant) => {
      now = new Date(instant);
    },
    person: async (name, where, accounts = 1) => {
      const { id } = await call('roster.addPerson', { name, ...where });
      for (let index = 0; index < accounts; index += 1) {
        const handle = `${name.toLowerCase().replaceAll(' ', '.')}${index === 0 ? '' : index + 1}`;
        await call('roster.saveAccount', {
          employeeId: id,
          platform: 'Lini Warga',
          handle,
          url: `https://www.lini.test/${handle}`,
          basis: '',
        });
      }
      return id;
    },
    userId: async () => (await call('vault.listUsers', {})).users[0]?.id ?? '',
  };
}
