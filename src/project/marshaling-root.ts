import { z } from 'zod'

const root = z.looseObject({})
const copiedFields = ['name', 'extra', 'config', 'minimum-stability', 'prefer-stable', 'repositories']

/**
 * The composer.json for a filtered lock: settings for plugins and downloads stay; requirements, scripts and autoloading
 * are removed.
 */
export function filterRootForMarshaling(composerJsonText: string): string {
  const composer = root.parse(JSON.parse(composerJsonText))
  const entries = Object.entries(composer).filter(([key]) => copiedFields.includes(key))
  return JSON.stringify(Object.fromEntries(entries), null, 4)
}
