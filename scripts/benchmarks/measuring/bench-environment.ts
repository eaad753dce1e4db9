/** The system under measurement: the production build with demonstration data, on its own services. */
export type BenchEnvironment = {
  baseUrl: string
  databaseUrl: string
  livekit: { url: string; apiKey: string; apiSecret: string }
  /** Command line arguments after the benchmark's name. */
  args: string[]
}

/** Prints the figures and returns whether they are within the limit. */
export type Benchmark = (bench: BenchEnvironment) => Promise<boolean>
