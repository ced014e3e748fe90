/** Names, in lower case, of all packages that a file of Composer or of its repositories requires anywhere in it. */
export function requiredNames(content: unknown, found = new Set<string>()): Set<string> {
  const open: unknown[] = [content]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
      if ((key === 'require' || key === 'require-dev') && typeof inner === 'object' && inner !== null)
        for (const name of Object.keys(inner)) addName(found, name)
      // Packages of a lock are in lists; those of an index are below their names.
      else if (key === 'name' && typeof inner === 'string') addName(found, inner)
      else open.push(inner)
    }
  }
  return found
}

// Without a slash it is a platform package: php, ext-json.
function addName(found: Set<string>, name: string): void {
  if (name.includes('/')) found.add(name.toLowerCase())
}
