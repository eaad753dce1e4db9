/** An expected error whose message says what to do in one sentence; printed without a stack. */
export class ExpectedError extends Error {
  override name = 'ExpectedError'
}
