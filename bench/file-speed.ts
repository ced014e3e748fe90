import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const count = 5000

/** How fast the work folder's file system makes small files: what installing packages mostly waits for. */
export async function fileSpeed(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'bench-files-'))
  try {
    const began = performance.now()
    for (let index = 0; index < count; index += 1) {
      const path = join(folder, String(index % 100))
      if (index < 100) await mkdir(path)
      await writeFile(join(path, `file-${index}`), 'content')
    }
    const seconds = (performance.now() - began) / 1000
    return `its temporary folder makes ${Math.round(count / seconds)} small files a second`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
