if (process.env['STATE_builder']) {
  const { runPost } = await import('../app/index.js')
  process.exitCode = await runPost()
}
