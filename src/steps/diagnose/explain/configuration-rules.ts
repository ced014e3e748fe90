import { firstMatch, type FailureRule } from './failure-rule.js'

/** Configuration that the platform refuses before it builds or before it touches the running site. */
export const configurationRules: readonly FailureRule[] = [
  {
    id: 'protective-block',
    phase: 'configuration',
    always: true,
    title: 'The protective block of the Cloud refused the code',
    trace:
      /protective block\.?$|refused by the protective block|(?:has|contains|found) [\w ]{0,40}known (?:security )?vulnerabilit/i,
    meaning: 'The platform knows a vulnerability in the pushed code and does not deploy it.',
    next: 'Apply the patch that the advisory names, or plan for a version that includes it: magento-cloud-upgrade plan --target latest-patch. To make an exception, use .magento.app.yaml (preflight: ignore_rules). Then commit, and git push.'
  },
  {
    id: 'extension-not-supported',
    phase: 'configuration',
    always: true,
    title: 'A PHP extension in .magento.app.yaml does not exist for this PHP version',
    trace: /extension is not supported for/i,
    subject: firstMatch(/"?([\w-]{1,40})\\?"? extension is not supported for/i),
    meaning:
      'The extension is built into this PHP, or this PHP does not support it; the platform does not build with it.',
    next: 'Remove the extension from runtime.extensions in .magento.app.yaml, commit, and git push.'
  },
  {
    id: 'service-version-not-supported',
    phase: 'configuration',
    always: true,
    title: 'The platform does not offer a type or version in the configuration',
    trace:
      /(?:type|version|service|runtime|image)s? [^\n]{0,80}(?:is not supported|are not supported|is not (?:a )?valid|is not available|does not exist|no longer supported)|(?:invalid|unsupported|unknown) (?:service|runtime|image|application)?\s?(?:type|version)\b/i,
    within: ['configuration'],
    subject: firstMatch(/['"]?([a-z][a-z-]{1,30}:[\d.]{1,12})['"]?/),
    meaning: 'The platform has no image for a type in .magento.app.yaml or .magento/services.yaml.',
    next: 'Set a version that the platform offers: type in .magento.app.yaml, or of the service in .magento/services.yaml. Commit, and git push.'
  },
  {
    id: 'application-type',
    phase: 'configuration',
    always: true,
    title: 'The platform does not build applications of this type',
    trace: /Cannot build application of type|Unable to find stack/i,
    subject: firstMatch(/of type ['"]?([\w.:-]{2,40})/i),
    meaning: 'type in .magento.app.yaml names a PHP version that the platform does not offer (any more).',
    next: 'Set type in .magento.app.yaml to a PHP version that the platform offers and the target needs, commit, and git push.'
  },
  {
    id: 'plan-limit',
    phase: 'configuration',
    always: true,
    title: 'The configuration needs more than the plan includes',
    trace: /Resources? exceed(?:s|ing)? (?:the |your )?plan|exceed(?:s|ing) (?:the |your )?plan limit/i,
    subject: firstMatch(/plan limit; ?([^\n;]{3,80})/i),
    meaning:
      'The disks (or sizes) in .magento.app.yaml and .magento/services.yaml add up to more than the plan includes.',
    next: 'Lower disk in .magento.app.yaml or .magento/services.yaml, commit, and git push; or buy more storage for the plan.'
  },
  {
    id: 'submodule-unreadable',
    phase: 'configuration',
    within: ['configuration'],
    always: true,
    title: 'A git submodule cannot be fetched',
    trace:
      /submodule[^\n]{0,200}(?:fail|error|unable|invalid)|(?:error|unable|fail)[^\n]{0,80}submodule|Unable to fetch (?:git@|ssh:|https?:)/i,
    subject: firstMatch(/((?:git@|ssh:\/\/|https?:\/\/)[^\s'"]{3,200}?)(?=[:.,]?(?:\s|$))/),
    meaning:
      'The platform fetches submodules itself before it builds; the key of the project has no access to this one.',
    next: "Give the project's deploy key (Console, project settings) read access to it, or commit its files instead of the submodule. Commit, and git push."
  },
  {
    id: 'routes-missing',
    phase: 'configuration',
    always: true,
    title: 'Domains of the project have no route',
    trace: /have no routes|verifying routes\.yaml|domains would NOT be served/i,
    meaning: 'The platform does not deploy while a domain of the environment has no route.',
    next: 'Add the domains to .magento/routes.yaml, commit, and git push; or remove the domains that are no longer used: magento-cloud domain:list, magento-cloud domain:delete.'
  },
  {
    id: 'configuration-invalid',
    phase: 'configuration',
    always: true,
    title: 'The platform cannot use the configuration files',
    outcome: true,
    trace: /Error parsing configuration files|Invalid configuration files/i,
    meaning: 'A file in .magento or .magento.app.yaml is wrong; the lines name it.',
    next: 'Fix the file and the key that the lines name, commit, and git push.'
  }
]
