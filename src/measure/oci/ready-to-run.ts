/** So much of an assembly's beginning tells how it was compiled. */
export const headBytes = 1024

/** The machines that .NET compiles for, as a COFF header names them. */
const machines = new Set([0x014c, 0x01c4, 0x5064, 0x6264, 0x8664, 0xaa64])
/** What the machine of code for Linux is XORed with (dotnet/runtime, docs/design/coreclr/botr/readytorun-format.md). */
const linuxMark = 0x7b79

/** Whether an assembly has machine code for Linux beside its IL (ReadyToRun), by its first bytes. */
export function isReadyToRun(head: Buffer): boolean {
  if (head.length < 0x40 || head.toString('latin1', 0, 2) !== 'MZ') return false
  const header = head.readUInt32LE(0x3c)
  if (header + 6 > head.length || head.toString('latin1', header, header + 4) !== 'PE\0\0') return false
  return machines.has(head.readUInt16LE(header + 4) ^ linuxMark)
}
