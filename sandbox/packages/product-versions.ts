/** What one release line of the stand-in product needs and what its project template declares. */
export interface ReleaseLine {
  /** Third-number version, e.g. `2.4.7`. */
  readonly line: string
  /** First version of the next line: the exclusive upper bound of the range. */
  readonly next: string
  /** Constraint on `php` that its packages carry. */
  readonly php: string
  /** Versions in Composer's order, oldest first. */
  readonly versions: readonly string[]
  readonly metapackages: readonly string[]
  /** PHP, Composer, and services of the template's `.magento.app.yaml` and `.magento/services.yaml`. */
  readonly template: {
    readonly php: string
    readonly composer: string
    readonly mysql: string
    readonly cache: 'redis' | 'valkey'
    readonly cacheType: string
    readonly search: string
  }
}

/** The lines that the package repository holds, oldest first. Versions are a subset of the real ones. */
export const releaseLines: readonly ReleaseLine[] = [
  {
    line: '2.4.3',
    next: '2.4.4',
    php: '~7.4.0',
    versions: ['2.4.3-p2', '2.4.3-p3'],
    metapackages: ['2.4.3'],
    template: {
      php: '7.4',
      composer: '1',
      mysql: '10.3',
      cache: 'redis',
      cacheType: 'redis:5.0',
      search: 'elasticsearch:7.7'
    }
  },
  {
    line: '2.4.5',
    next: '2.4.6',
    php: '~8.1.0',
    versions: ['2.4.5', '2.4.5-p1', '2.4.5-p2'],
    metapackages: ['2.4.5', '2.4.5-p1', '2.4.5-p2'],
    template: {
      php: '8.1',
      composer: '2.2.26',
      mysql: '10.11',
      cache: 'redis',
      cacheType: 'redis:7.2',
      search: 'opensearch:2'
    }
  },
  {
    line: '2.4.6',
    next: '2.4.7',
    php: '~8.1.0||~8.2.0',
    versions: patches('2.4.6', 8),
    metapackages: ['2.4.6', '2.4.6-p1', '2.4.6-p2'],
    template: {
      php: '8.2',
      composer: '2.2.26',
      mysql: '10.11',
      cache: 'redis',
      cacheType: 'redis:7.2',
      search: 'opensearch:2'
    }
  },
  {
    line: '2.4.7',
    next: '2.4.8',
    php: '~8.2.0||~8.3.0',
    versions: patches('2.4.7', 10),
    metapackages: ['2.4.7', '2.4.7-p1', '2.4.7-p2'],
    template: {
      php: '8.3',
      composer: '2.9.3',
      mysql: '10.11',
      cache: 'redis',
      cacheType: 'redis:7.2',
      search: 'opensearch:2'
    }
  },
  {
    line: '2.4.8',
    next: '2.4.9',
    php: '~8.3.0||~8.4.0',
    versions: patches('2.4.8', 4),
    metapackages: ['2.4.8-p1', '2.4.8-p2'],
    template: {
      php: '8.4',
      composer: '2.9.3',
      mysql: '11.4',
      cache: 'valkey',
      cacheType: 'valkey:8.0',
      search: 'opensearch:3'
    }
  },
  {
    line: '2.4.9',
    next: '2.4.10',
    php: '~8.4.0||~8.5.0',
    versions: ['2.4.9-beta1'],
    metapackages: ['2.4.9-p1', '2.4.9-p2'],
    template: {
      php: '8.5',
      composer: '2.9.3',
      mysql: '11.4',
      cache: 'valkey',
      cacheType: 'valkey:8.0',
      search: 'opensearch:3'
    }
  }
]

/** All product versions, oldest first. */
export const productVersions: readonly string[] = releaseLines.flatMap((line) => line.versions)

/** The line of a product version. Throws for a version that the repository does not hold. */
export function lineOf(version: string): ReleaseLine {
  const found = releaseLines.find((line) => line.versions.includes(version))
  if (!found) throw new Error(`The sandbox has no product version ${version}; it has ${productVersions.join(', ')}`)
  return found
}

function patches(line: string, last: number): string[] {
  return [line, ...Array.from({ length: last }, (_, index) => `${line}-p${index + 1}`)]
}
