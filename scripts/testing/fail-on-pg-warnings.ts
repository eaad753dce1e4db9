// Loaded before every integration test. pg warns once per process, and each test file has its own process.
// Thrown here, a warning is an unhandled error, which fails the run and names the test that was running.
process.on('warning', (warning) => {
  if (warning.name === 'DeprecationWarning' && warning.message.includes('pg@9.0')) throw warning
})
