import { isMap } from 'yaml'
import { UpgradeError } from '../errors.js'
import { boundedYaml } from './bounded-yaml.js'

/** The application of a run, and the source of its name: the option `app`, or `.magento.app.yaml`. */
export interface WantedApplication {
  readonly name: string
  readonly from: 'option' | 'file'
}

/**
 * The application named by the option `app`, else by the text of a `.magento.app.yaml` (null if there is none). Null if
 * neither names one: a single application needs no name.
 */
export function wantedApplication(option: string, appYamlText: string | null): WantedApplication | null {
  if (option !== '') return { name: option, from: 'option' }
  const name = appYamlText === null ? null : nameIn(appYamlText)
  return name === null ? null : { name, from: 'file' }
}

// Other faults in the file are reported by the readers of its other parts.
function nameIn(appYamlText: string): string | null {
  try {
    const { contents } = boundedYaml('.magento.app.yaml', appYamlText)
    const name = isMap(contents) ? contents.get('name') : null
    return typeof name === 'string' || typeof name === 'number' ? String(name) : null
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    return null
  }
}
