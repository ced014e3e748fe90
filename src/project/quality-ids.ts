import { z } from 'zod'
import { boundedYaml } from './bounded-yaml.js'

const ids = z.array(z.union([z.string(), z.number().transform(String)])).catch([])
const stage = z.looseObject({ QUALITY_PATCHES: ids.optional() }).nullish().catch(null)
const schema = z
  .looseObject({ stage: z.looseObject({ global: stage, build: stage }).nullish().catch(null) })
  .catch({ stage: null })

/**
 * The ids under QUALITY_PATCHES of `.magento.env.yaml`, as they are written; those of `build` win over `global`. Throws
 * UpgradeError `preflight-failed` for a file that is too large to be read.
 */
export function readQualityIds(envYamlText: string): readonly string[] {
  const document = boundedYaml('.magento.env.yaml', envYamlText)
  if (document.errors.length > 0) return []
  const found = schema.parse(document.toJS({ maxAliasCount: 100 })).stage
  return found?.build?.QUALITY_PATCHES ?? found?.global?.QUALITY_PATCHES ?? []
}
