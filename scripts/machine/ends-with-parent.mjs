/**
 * Makes a command that the Linux kernel kills when the process that starts it is gone, even by SIGKILL; elsewhere the command
 * is unchanged.
 * @param {readonly string[]} argv
 * @returns {[string, ...string[]]}
 */
export function endsWithParent(argv) {
  const [file = '', ...args] = argv
  return process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', file, ...args] : [file, ...args]
}
