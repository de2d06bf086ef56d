/** What brings a screen around the cases into the state that is looked at. */
import type { Page } from 'playwright-core';

/** Ids of the records that are opened. */
export interface Records {
  readonly runningRound: string;
  readonly finishedRound: string;
  readonly person: string;
  readonly newReport: string;
  readonly reviewedReport: string;
  readonly hoax: string;
  /** Its facts are checked; a follow-up can be noted. */
  readonly checkedHoax: string;
  readonly concludedHoax: string;
  readonly heldSession: string;
  readonly candidate: string;
  readonly case: string;
  /** YYYY-MM of the last full month. */
  readonly month: string;
}

/** A page in one language. */
export interface Visit {
  readonly page: Page;
  /** A sentence of the app by its key; throws where there is none. */
  readonly t: (key: string) => string;
  readonly records: Records;
}

export interface Screen {
  readonly name: string;
  readonly address: (records: Records) => string;
  readonly act?: (visit: Visit) => Promise<void>;
  /** A part of a long page that is brought to its top, at every size anew. */
  readonly top?: string;
}

/** Presses the buttons of those names, one after the other; the first, where several wear a name. */
export const press =
  (...names: readonly string[]) =>
  async ({ page, t }: Visit): Promise<void> => {
    for (const name of names)
      await page
        .getByRole('button', { name: t(name), exact: true })
        .first()
        .click();
  };
/** A choice of a row of choices, which Mantine draws as a label over a hidden radio button. */
export const choose =
  (name: string) =>
  async ({ page, t }: Visit): Promise<void> =>
    page
      .locator('label', { hasText: new RegExp(`^${t(name)}$`) })
      .first()
      .click();
/** Brings a part of a long page to its top and keeps it there while parts are still being drawn. */
export async function bringToTop(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.locator(selector).first().evaluate(keepAtTop);
}
/** The dialog of a report's next step, with a step chosen. */
export const decide =
  (state: string) =>
  async (visit: Visit): Promise<void> => {
    const { page, t } = visit;
    await press('publicReports.step.action')(visit);
    await page.getByRole('dialog').getByRole('combobox').first().click();
    const words = t(`publicReports.value.state.${state}`);
    await page.getByRole('option', { name: words, exact: true }).click();
  };
export const at = (address: string) => (): string => address;

/** Resolves when the part has stayed at one place for half a second. */
function keepAtTop(part: Element): Promise<void> {
  return new Promise((resolve) => {
    let last = Number.NaN;
    let still = 0;
    const look = (): void => {
      // Without the smooth way there, which a picture would catch.
      part.scrollIntoView({ block: 'start', behavior: 'instant' });
      const { top } = part.getBoundingClientRect();
      still = top === last ? still + 1 : 0;
      last = top;
      if (still >= 30) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
