import { zipSync, type Zippable } from 'fflate'

/** Contents of a package: path below its root to text or bytes. */
export type PackageFiles = ReadonlyMap<string, string | Uint8Array>

/** One release of one package, as the repository lists it. */
export interface PackageRelease {
  readonly name: string
  readonly version: string
  readonly type: string
  readonly description?: string
  readonly require?: Readonly<Record<string, string>>
  readonly autoload?: Readonly<Record<string, unknown>>
  readonly bin?: readonly string[]
  readonly extra?: Readonly<Record<string, unknown>>
  /** Builds the contents without composer.json; omitted for a metapackage, which has no archive. */
  readonly files?: () => PackageFiles
}

/** What composer.json and the repository's index say of a release. */
export function manifestOf(release: PackageRelease): Omit<PackageRelease, 'files'> {
  const manifest = { ...release }
  delete manifest.files
  return manifest
}

// Setting up a compressor takes longer than everything else for a small file, of which there are hundreds.
const worthCompressing = 4096

// Archives carry a fixed date, so that they are the same bytes every time.
const timestamp = new Date(2026, 0, 1)

/** The zip archive of a release: the same bytes every time. */
export function zipRelease(release: PackageRelease): Uint8Array {
  const encoder = new TextEncoder()
  const entries: Zippable = {}
  const add = (path: string, content: string | Uint8Array): void => {
    const mode = release.bin?.includes(path) ? 0o755 : 0o644
    const bytes = typeof content === 'string' ? encoder.encode(content) : content
    entries[path] = [
      bytes,
      {
        level: bytes.length < worthCompressing ? 0 : 1,
        mtime: timestamp,
        os: 3,
        attrs: ((0o100000 | mode) << 16) >>> 0
      }
    ]
  }
  add('composer.json', JSON.stringify(manifestOf(release), null, 4) + '\n')
  for (const [path, content] of release.files?.() ?? []) add(path, content)
  return zipSync(entries)
}
