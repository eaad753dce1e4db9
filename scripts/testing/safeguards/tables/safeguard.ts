/** A line of code that protects a rule, and the test that fails when the line is removed. */
export type Safeguard = {
  /** The protected rule, as one sentence. */
  rule: string
  /** File path from the project root. */
  file: string
  /** The safeguard's code, which occurs exactly once in the file. */
  text: string
  /** The code that replaces it. */
  becomes: string
  /** The test that must fail after the replacement. */
  test: {
    file: string
    /** The test's name or a part of it; names of `describe` blocks come first. */
    name: string
  }
}
