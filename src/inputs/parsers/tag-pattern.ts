/** The form of a release's tag: what stands before and after its version. */
export interface TagPattern {
  /** As the user wrote it: `v*`. */
  written: string
  prefix: string
  suffix: string
}

/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version; undefined for anything else. */
export function parseTagPattern(text: string): TagPattern | undefined {
  const written = text.trim()
  const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? []
  if (prefix === undefined || suffix === undefined || /^[-/]|\/\/|\.\./.test(written)) return undefined
  return { written, prefix, suffix }
}
