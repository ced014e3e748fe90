import { expect, test } from '@jest/globals'
import { endpoint } from '../../../sandbox/github/endpoint.js'
import { notFound } from '../../../sandbox/github/refusals.js'

const ask = (method: string, path: string): Parameters<ReturnType<typeof endpoint>['answer']>[0] => ({
  method,
  path,
  query: new URLSearchParams('state=open'),
  body: { title: 'x' }
})

test('an endpoint answers its own method and path, with decoded parameters', async () => {
  const one = endpoint('get', '/repos/{owner}/{repo}/branches/{branch}', ({ path }) => ({
    status: 404,
    body: { message: `${path('owner')} ${path('branch')}` }
  }))
  for (const name of ['upgrade%2F2.4.8', 'upgrade/2.4.8'])
    expect(await one.answer(ask('GET', `/repos/shop/project/branches/${name}`))).toMatchObject({
      body: { message: 'shop upgrade/2.4.8' }
    })
  expect(one.answer(ask('POST', '/repos/shop/project/branches/main'))).toBeUndefined()
  expect(one.answer(ask('GET', '/repos/shop/project/branches'))).toBeUndefined()
})

test('query and body are those of the request', async () => {
  const list = endpoint('get', '/repos/{owner}/{repo}/pulls', ({ query }) => {
    expect([query('state'), query('head')]).toEqual(['open', null])
    return { status: 200, body: [] }
  })
  expect(await list.answer(ask('GET', '/repos/shop/project/pulls'))).toEqual({ status: 200, body: [] })
  const create = endpoint('post', '/repos/{owner}/{repo}/pulls', ({ body }) => {
    expect([body('title'), body('head')]).toEqual(['x', undefined])
    return notFound
  })
  expect(await create.answer(ask('POST', '/repos/shop/project/pulls'))).toEqual(notFound)
})

test('the compiler holds an endpoint against the description', () => {
  const pulls = '/repos/{owner}/{repo}/pulls'
  const comment = '/repos/{owner}/{repo}/issues/comments/{comment_id}'
  // @ts-expect-error there is no such path
  expect(endpoint('get', '/repos/{owner}/{repo}/nowhere', () => notFound)).toBeDefined()
  // @ts-expect-error there is no such method of this path
  expect(endpoint('delete', pulls, () => notFound)).toBeDefined()
  // @ts-expect-error a comment has more than an id
  expect(endpoint('get', comment, () => ({ status: 200, body: { id: 1 } }))).toBeDefined()
  // @ts-expect-error a list is no object
  expect(endpoint('get', pulls, () => ({ status: 200, body: {} }))).toBeDefined()
  // @ts-expect-error this operation never answers 418
  expect(endpoint('get', pulls, () => ({ status: 418, body: { message: 'x' } }))).toBeDefined()
  // @ts-expect-error errors have a code
  expect(endpoint('get', pulls, () => unprocessable({ resource: 'PullRequest' }))).toBeDefined()
  // @ts-expect-error there is no such path parameter
  expect(endpoint('get', pulls, ({ path }) => (path('number') ? notFound : notFound))).toBeDefined()
  // @ts-expect-error there is no such query parameter
  expect(endpoint('get', pulls, ({ query }) => (query('author') ? notFound : notFound))).toBeDefined()
  // @ts-expect-error there is no such field
  expect(endpoint('post', pulls, ({ body }) => (body('text') ? notFound : notFound))).toBeDefined()
})

const unprocessable = <T>(
  error: T
): { status: 422; body: { message: string; documentation_url: string; errors: T[] } } => ({
  status: 422,
  body: { message: 'Validation Failed', documentation_url: '', errors: [error] }
})
