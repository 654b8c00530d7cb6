import prettyBytes from 'pretty-bytes'

/** A size in powers of ten, as registries and the reports show it: `122.41 MB`. */
export function formatSize(sizeBytes: number): string {
  return prettyBytes(sizeBytes, {
    minimumFractionDigits: sizeBytes < 1000 ? 0 : 2,
    maximumFractionDigits: 2,
    locale: 'en',
  })
}
