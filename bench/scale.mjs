/** What grows with the number of images of one repository. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from '../scripts/machine/node24.mjs'

/** The stand-ins of GitHub's services are TypeScript, which node 24 runs. */
export async function benchScale() {
  const node = await ensureNode24({ log: () => undefined })
  const program = fileURLToPath(new URL('scale-jobs.mjs', import.meta.url))
  const child = spawn(node, ['--no-warnings', program], { stdio: 'inherit' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`scale-jobs.mjs ended with exit code ${String(code)}`)
}
