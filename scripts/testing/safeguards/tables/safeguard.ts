/** A line of the product that keeps something from going wrong, and the test that notices when it is taken out. */
export type Safeguard = {
  /** What holds because of it, as one sentence. */
  rule: string
  /** The file, from the project's folder. */
  file: string
  /** The safeguard's text, which stands in the file exactly once. */
  text: string
  /** What stands in its place when it is taken out. */
  becomes: string
  /** The test that must fail then. */
  test: {
    file: string
    /** Its name, or a part of it; the names of its `describe` blocks come before it. */
    name: string
  }
}
