import { isMap } from 'yaml'
import { UpgradeError } from '../errors.js'
import { boundedYaml } from './bounded-yaml.js'

/** The application that a run is about, and who names it: the option `app`, or `.magento.app.yaml`. */
export interface WantedApplication {
  readonly name: string
  readonly from: 'option' | 'file'
}

/**
 * The application that the option `app` names, else the text of a `.magento.app.yaml` (null where there is none). Null
 * where neither says: an environment of one application needs no name.
 */
export function wantedApplication(option: string, appYamlText: string | null): WantedApplication | null {
  if (option !== '') return { name: option, from: 'option' }
  const name = appYamlText === null ? null : nameIn(appYamlText)
  return name === null ? null : { name, from: 'file' }
}

// What else is wrong with the file is told by whoever needs the rest of it.
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
