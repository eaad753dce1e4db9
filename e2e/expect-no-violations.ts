import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What is shown breaks none of axe's rules, or none of those that are named. */
export async function expectNoViolations(page: Page, rules?: string[]): Promise<void> {
  // Of what breaks no rule only one element each is told of, which on a full page halves the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
