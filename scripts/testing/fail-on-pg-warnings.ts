// Loaded before each integration test. pg warns once per process, and each test file has its own process.
// A warning thrown here is an unhandled error, which fails the run and names the running test.
process.on('warning', (warning) => {
  if (warning.name === 'DeprecationWarning' && warning.message.includes('pg@9.0')) throw warning
})
