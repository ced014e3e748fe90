// The actions that workflows, examples and snippets may use: releases that run on Node 24 or are composite, by commit.
// Runners no longer have Node 20. A new action or release is added here after a look at its action.yml.
export const pins = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1', // v7.0.1
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020', // v7.0.0
  'actions/cache': '55cc8345863c7cc4c66a329aec7e433d2d1c52a9', // v6.1.0
  'actions/upload-artifact': '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a', // v7.0.1
  'actions/attest': '1e69f48acb82d1966a394da916b4c1698aa569d6', // v4.2.2
  'github/codeql-action': 'db488ddef3bf6cb639b32c2e9a7c0a7ea8271d28', // v4.37.8
  'ossf/scorecard-action': '2d1146689b8cda280b9bc96326124645441f03bc', // v2.4.4
  'zizmorcore/zizmor-action': '3dc1ecc9bcb9e94e9b2c709687979e1298497054' // v0.6.2
}
const own = /^magento-cloud-upgrade\/magento-cloud-upgrade(\/(verify|diagnose))?$/

/** The problem with each `uses:` of a text, one line each; lines that are not steps of a workflow are skipped. */
export function pinFindings(path, text) {
  const found = [...text.matchAll(/^\s*(?:-\s*)?(?:[`'"]?)uses:\s*['"]?([^\s'"#]+)['"]?/gm)].map(([, uses]) => uses)
  return found.flatMap((uses) => {
    if (uses.startsWith('./') || uses.startsWith('$/')) return []
    const [action, commit = ''] = uses.split('@')
    if (!/^[0-9a-f]{40}$/.test(commit)) return [`${path}: ${uses} is not pinned to a commit`]
    if (own.test(action)) return []
    const repository = action.split('/').slice(0, 2).join('/')
    const known = pins[repository]
    if (known === undefined) return [`${path}: ${repository} is not in scripts/action-pins.mjs`]
    return commit === known ? [] : [`${path}: ${uses} is not the release of Node 24, ${known}`]
  })
}
