import { brotliDecompressSync } from 'node:zlib'
import compiled from './recorder-assembly.json' with { type: 'json' }

/** process-recorder.cs as an assembly for .NET Standard 2.0, which scripts/build-recorder.mjs compiles. */
export function recorderAssembly(): Buffer {
  return brotliDecompressSync(Buffer.from(compiled.brotliBase64, 'base64'))
}
