import { expect, test } from '@jest/globals'
import { abandonedPackages } from '../../../src/steps/plan/abandoned-packages.js'
import { readComposerProject } from '../../../src/project/composer-project.js'
import { locked, lockText, templatePackages, templateProject } from '../../helpers/template-project.js'

const notesFor = (...packages: readonly Record<string, unknown>[]): ReturnType<typeof abandonedPackages> => {
  const { composerJson } = templateProject()
  return abandonedPackages(readComposerProject(composerJson, lockText([...templatePackages('2.4.7-p3'), ...packages])))
}

test("the project's own packages that are abandoned are named, with what their makers name in their place", () => {
  const notes = notesFor(
    locked('acme/left', '1.0.0', { abandoned: 'any\u001btext' }),
    locked('acme/moved', '1.0.0', { abandoned: 'acme/new' }),
    locked('acme/kept', '1.0.0', { abandoned: false })
  )
  expect(notes).toMatchObject([{ id: 'packages-abandoned', level: 'information' }])
  expect(notes[0]?.message).toMatch(/: acme\/left, acme\/moved \(replaced by acme\/new\)\.$/)
})

test('what Adobe brings is not told, nor is anything where nothing is abandoned', () => {
  expect(notesFor(locked('acme/kept', '1.0.0'))).toEqual([])
  const packages = templatePackages('2.4.7-p3').map((one) => ({ ...one, abandoned: true }))
  const { composerJson } = templateProject()
  const [note] = abandonedPackages(readComposerProject(composerJson, lockText(packages)))
  expect(note?.message).not.toContain('magento/framework')
})

test('many are shortened', () => {
  const many = Array.from({ length: 25 }, (_, index) => locked(`acme/p${index}`, '1.0.0', { abandoned: true }))
  expect(notesFor(...many)[0]?.message).toContain('acme/p19, 5 more.')
})
