import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { findProgram } from './docker-client.mjs'
import { canInstallPackages, readLinuxRelease } from './linux-release.mjs'
import { installPackages } from './packages.mjs'

const OPENSSL_MS = 30_000

/** A key of its own, no passphrase, for a day. */
const NEW = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']

/**
 * @typedef {object} Certificates
 * @property {string} ca path of the certificate of the authority that signed the others
 * @property {{ key: string, cert: string }} client paths
 * @property {{ key: Buffer, cert: Buffer, ca: Buffer }} server for 127.0.0.1; it trusts the client by that authority
 * @property {() => Promise<void>} remove takes the files away
 */

/**
 * Makes what two sides need that speak TLS and both show a certificate. Installs openssl where it is missing.
 * @returns {Promise<Certificates>}
 */
export async function makeCertificates() {
  if ((await findProgram('openssl')) === null && canInstallPackages(await readLinuxRelease()))
    await installPackages(['openssl'])
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-tls-'))
  const path = (/** @type {string} */ name) => join(folder, name)
  const make = (/** @type {string} */ name, /** @type {string[]} */ ...more) =>
    runCommand(
      [
        'openssl',
        ...NEW,
        ...['-keyout', path(`${name}.key`), '-out', path(`${name}.pem`), '-subj', `/CN=${name}`],
        ...more,
      ],
      { timeoutMs: OPENSSL_MS },
    )
  try {
    await make('authority', '-addext', 'basicConstraints=critical,CA:TRUE')
    const signed = ['-CA', path('authority.pem'), '-CAkey', path('authority.key')]
    await make('server', ...signed, '-addext', 'subjectAltName=IP:127.0.0.1')
    await make('client', ...signed)
    const [key, cert, ca] = await Promise.all(
      ['server.key', 'server.pem', 'authority.pem'].map((name) => readFile(path(name))),
    )
    return {
      ca: path('authority.pem'),
      client: { key: path('client.key'), cert: path('client.pem') },
      server: /** @type {Certificates['server']} */ ({ key, cert, ca }),
      remove: () => rm(folder, { recursive: true, force: true }),
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
