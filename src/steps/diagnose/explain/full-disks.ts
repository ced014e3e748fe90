// The code of an application is a squashfs image: read-only and always 100 % full, in blocks and in inodes.
const neverFull = /^(?:squashfs|iso9660|cramfs|erofs|devtmpfs|proc|sysfs)$/

/**
 * The lines of `df -PkT` and `df -PiT` whose file system is writable and full (99 % or more), each mount once for
 * blocks and once for inodes.
 */
export function fullDisks(dfOutput: string): readonly string[] {
  const full = dfOutput.split('\n').filter((line) => {
    const columns = line.trim().split(/\s+/)
    const [source = '', type = ''] = columns
    const isReadOnly = neverFull.test(type) || /^\/dev\/loop\d/.test(source)
    return !isReadOnly && columns.some((column) => column === '100%' || column === '99%')
  })
  return [...new Set(full)]
}
