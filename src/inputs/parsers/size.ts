import bytes from 'bytes-iec'

/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/

/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two); undefined for anything else. */
export function parseSize(text: string): number | undefined {
  if (!sizePattern.test(text.trim())) return undefined
  const sizeBytes = bytes.parse(text.trim())
  return sizeBytes !== null && Number.isSafeInteger(Math.round(sizeBytes)) ? Math.round(sizeBytes) : undefined
}
