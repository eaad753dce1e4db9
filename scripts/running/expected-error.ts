/** An expected fault, said in one sentence that tells what to do; printed without a stack. */
export class ExpectedError extends Error {
  override name = 'Stop'
}
