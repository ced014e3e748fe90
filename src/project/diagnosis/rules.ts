import { buildRules } from './build-rules.js'
import { configurationRules } from './configuration-rules.js'
import { databaseRules } from './database-rules.js'
import { deployRules } from './deploy-rules.js'
import type { FailureRule } from './failure-rule.js'
import { packageRules } from './package-rules.js'
import { patchRules } from './patch-rules.js'
import { resourceRules } from './resource-rules.js'
import { serviceRules } from './service-rules.js'

/** The known causes; of two in one phase the one that brings about the other comes first. */
export const rules: readonly FailureRule[] = [
  ...configurationRules,
  ...resourceRules,
  ...packageRules,
  ...patchRules,
  ...buildRules,
  ...serviceRules,
  ...databaseRules,
  ...deployRules
]
