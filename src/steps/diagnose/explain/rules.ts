import { buildRules } from './build-rules.js'
import { codeRules } from './code-rules.js'
import { configurationRules } from './configuration-rules.js'
import { dataRules } from './data-rules.js'
import { databaseRules } from './database-rules.js'
import { deployRules } from './deploy-rules.js'
import type { FailureRule } from './failure-rule.js'
import { packageRules } from './package-rules.js'
import { patchRules } from './patch-rules.js'
import { resourceRules } from './resource-rules.js'
import { serviceRules } from './service-rules.js'
import { toolRules } from './tool-rules.js'

/** The known causes; of two in one phase, the one that causes the other comes first. */
export const rules: readonly FailureRule[] = [
  ...configurationRules,
  ...resourceRules,
  ...toolRules,
  ...packageRules,
  ...patchRules,
  ...codeRules,
  ...buildRules,
  ...serviceRules,
  ...databaseRules,
  ...deployRules,
  ...dataRules
]
