import type { Given } from './contract-world.js'
import type { StderrClass } from './stderr-class.js'

/** One command line and what comes of it. `{project}`, `{login}` and `{pushed}` stand for ids of the platform. */
export interface ContractCase {
  readonly title: string
  readonly args: readonly string[]
  readonly given?: Given
  /** Several if 1.46.1 and 1.47.0 differ. */
  readonly exit: number | readonly number[]
  /** All of stdout; '' if there must be nothing. */
  readonly stdout: string | RegExp
  /** Left out: whatever is said. */
  readonly stderr?: StderrClass
}

const p = ['-p', '{project}']
const e = [...p, '-e', 'integration']
const pro = [...p, '-e', 'production']
const several = [...p, '-e', 'several']
const shop = ['--app', 'mymagento']
const info = ['project:info', ...p, 'id']
const always = 99
const curl = ['project:curl', ...p, '--fail', '--include']
const head = (body: RegExp): RegExp => new RegExp(`^HTTP/\\S+ 200.*?\\r\\n\\r\\n${body.source}\\s*$`, 's')
const fetchPath = '/environments/integration/variables'
const create = 'variable:create -p {project} -e integration --level environment --name A --value=-1 --sensitive false'
const visible = '--visible-build false --visible-runtime true --json false --prefix none --enabled true'
const created = [...create.split(' '), ...visible.split(' ')]

const failing = (
  title: string,
  args: readonly string[],
  exit: ContractCase['exit'],
  stderr: StderrClass,
  given: Given = {}
): ContractCase => ({ title, args, exit, stdout: '', stderr, given })
const printing = (
  title: string,
  args: readonly string[],
  stdout: string | RegExp,
  given: Given = {}
): ContractCase => ({
  title,
  args,
  exit: 0,
  stdout,
  given
})

/** The contract: everything that we rely on, with its exit codes. */
export const contractCases: readonly ContractCase[] = [
  printing('tells its version without any network', ['--version'], /\b1\.\d+\.\d+/, { api: 'http://127.0.0.1:1' }),
  failing('knows which commands there are', ['environment:no-such-command'], 1, 'not defined'),
  failing('and which groups of them', ['no:such-command'], 1, 'no such group'),

  printing('probes the token', info, '{project}\n'),
  failing('a refused token is 1', info, 1, 'token invalid', { token: 'wrong' }),
  failing('no token is 3', info, 3, 'login required', { token: 'none' }),
  printing('an access token that ran out is exchanged anew', info, '{project}\n', { fault: ['unauthorized', 1] }),
  failing('one that is refused again is 3', info, 3, 'login required', { fault: ['unauthorized', always] }),
  failing('no right is 6', info, 6, 'permission denied', { fault: ['forbidden', always] }),
  failing('a project that is not there is 1', ['project:info', '-p', 'nope', 'id'], 1, 'project not found'),
  failing('no project is 2, whatever the surroundings say', ['project:info', 'id'], 2, 'no project'),
  failing('an API out of reach is 1', info, 1, 'out of reach', { api: 'http://127.0.0.1:1' }),
  // 1 if PHP has no curl extension: then its output does not name the host.
  failing('an unknown host is 5', info, [5, 1], 'out of reach', { api: 'http://api.invalid' }),
  failing('too many requests are 255', info, 255, 'http status 429', { fault: ['too-many-requests', always] }),
  failing('a server error is 255', info, 255, 'http status 5xx', { fault: ['server-error', always] }),
  failing('the page of a gateway is its own status', info, 200, 'not JSON', { fault: ['html', always, '/projects'] }),
  failing('a cut-off answer is its own status', info, 200, 'not JSON', { fault: ['truncated', always, '/projects'] }),
  failing('a home that is missing is 255', info, 255, 'any', { home: 'missing' }),

  printing('reads JSON after the head', [...curl, '/environments/integration'], head(/\{.*"id":"integration".*\}/)),
  printing(
    'reads the deployment with its routes',
    [...curl, '/environments/integration/deployments/current'],
    head(/\{.*"routes":\{"https:\/\/shop\.example\/":\{.*"upstream":"mymagento:http".*\}/)
  ),
  printing('reads lists', [...curl, '/integrations'], head(/\[\{.*"type":"github".*\}\]/)),
  printing("reads the project's variables", [...curl, '/variables'], head(/\[\]/)),
  printing('reads variables', [...curl, fetchPath], head(/\[\]/)),
  // 1.46.1 passes the message of its curl on, 1.47.0 does not: only the header on stdout has the status.
  failing('an HTTP error is 22 with --fail', ['project:curl', ...p, '--fail', '/nope'], 22, 'any'),
  {
    title: 'and leaves the body on stdout without it',
    args: ['project:curl', ...p, '/nope'],
    exit: [0, 22],
    stdout: /"code":404/
  },
  {
    title: 'a server error is 22 with --fail, after its head',
    args: [...curl, fetchPath],
    given: { fault: ['server-error', always, '/variables'] },
    exit: 22,
    stdout: /^HTTP\/\S+ 503 .*$/s
  },
  {
    // 1.47.0 renews the token and prints both header blocks; 1.46.1 leaves it at the refusal.
    title: 'a token refused once is exchanged anew for curl as well, or not',
    args: [...curl, fetchPath],
    given: { fault: ['unauthorized', 1, '/variables'] },
    exit: [0, 22],
    stdout: /^HTTP\/\S+ 401.*?\r\n\r\n(?:HTTP\/\S+ 200.*?\r\n\r\n\[\]\s*)?$|^HTTP\/\S+ 200.*?\r\n\r\n\[\]\s*$/s
  },
  {
    title: 'tells how long to wait where there are too many requests',
    args: [...curl, fetchPath],
    given: { fault: ['too-many-requests', always, '/variables'] },
    exit: 22,
    stdout: /^HTTP\/\S+ 429.*\r\nretry-after: 1\r\n.*$/is
  },

  printing('reads the state', ['environment:info', ...e, 'status', '--refresh'], 'active\n'),
  printing('knows environments by machine name', ['environment:info', ...p, '-e', '{machine}', 'id'], 'integration\n'),
  printing('prints a property that is no text as it is written', ['environment:info', ...e, 'is_dirty'], 'false\n'),
  failing('knows no option for it', ['environment:info', ...e, '-P', 'is_dirty'], 1, 'no such option'),
  failing('no such property is 1', ['environment:info', ...e, 'nope'], 1, 'not found'),
  failing('no such environment is 1', ['environment:info', ...p, '-e', 'nope', 'id'], 1, 'environment not found'),
  printing(
    'lists environments for machines, by their titles',
    ['environment:list', ...p, '--format', 'csv', '--columns', 'id,status,type'],
    'ID,Status,Type\nasleep,Paused,development\nintegration,Active,development\nold,Inactive,development\nproduction,Active,production\nrolling,Active,development\nseveral,Active,development\n'
  ),
  failing('has no format json', ['environment:list', ...p, '--format', 'json'], 1, 'format'),
  printing('gives the address', ['environment:url', ...e, '--primary', '--pipe'], 'https://shop.example/\n'),
  failing(
    'an inactive environment has none',
    ['environment:url', ...p, '-e', 'old', '--primary', '--pipe'],
    1,
    'inactive'
  ),
  printing('redeploys without waiting', ['environment:redeploy', ...e, '--no-wait', '-y'], ''),
  failing(
    'redeploys nothing inactive',
    ['environment:redeploy', ...p, '-e', 'old', '--no-wait', '-y'],
    1,
    'not available'
  ),

  printing(
    'lists activities for machines',
    ['activity:list', ...e, '--format', 'plain', '--no-header', '-c', 'type,state,result'],
    'environment.redeploy\tin progress\t\nenvironment.push\tcomplete\tfailure\n'
  ),
  printing(
    'lists those of one type',
    ['activity:list', ...e, '-t', 'environment.push', '--limit', '1', '--format', 'csv', '-c', 'id,progress'],
    'ID,Progress\n{pushed},100%\n'
  ),
  printing(
    'lists those that run',
    ['activity:list', ...e, '-i', '--format', 'plain', '--no-header', '-c', 'type'],
    'environment.redeploy\n'
  ),
  printing(
    'lists those without an environment',
    [
      'activity:list',
      ...p,
      '--all',
      '-t',
      'integration.github.fetch',
      '--format',
      'plain',
      '--no-header',
      '-c',
      'type'
    ],
    'integration.github.fetch\n'
  ),
  failing('an empty list is 1', ['activity:list', ...e], 1, 'no activities', { noActivities: true }),
  printing('reads the result', ['activity:get', '{pushed}', ...p, '-P', 'result'], 'failure\n'),
  printing('reads a number', ['activity:get', '{pushed}', ...p, '-P', 'completion_percent'], '100'),
  printing('reads the commit', ['activity:get', '{pushed}', ...p, '-P', 'parameters.new_commit'], /^c{40}\n$/),
  failing('no such activity is 1', ['activity:get', 'nope', ...p, '-P', 'state'], 1, 'not found'),
  printing(
    'the log of a failed activity is 0',
    ['activity:log', '{pushed}', ...p, '--refresh', '0'],
    'Building application\nDeploying\n'
  ),

  { title: 'creates a variable', args: [...created, '--update', '--wait'], exit: 0, stdout: /\bA\b/ },
  {
    title: 'updates one',
    args: [...created, '--update', '--no-wait'],
    given: { variable: true },
    exit: 0,
    stdout: /-1/
  },
  failing('does not overwrite one unasked', [...created, '--no-wait'], 1, 'exists already', { variable: true }),
  printing('reads one', ['variable:get', ...e, 'A', '-P', 'value'], '1\n', { variable: true }),

  printing('makes a snapshot', ['snapshot:create', ...e, '--live', '--wait', '-y'], /^(Snapshot|Backup) name: \S+\n$/m),
  failing(
    'makes none of an inactive environment',
    ['snapshot:create', ...p, '-e', 'old', '--live', '--wait', '-y'],
    1,
    'not available'
  ),

  printing('issues a certificate', ['ssh-cert:load'], ''),
  failing('issues none for a refused token', ['ssh-cert:load'], 1, 'token invalid', { token: 'wrong' }),
  printing('names the login without a newline', ['environment:ssh', ...e, '--pipe'], '{login}'),
  printing('names all logins', ['environment:ssh', ...e, '--pipe', '--all'], '{login}\n'),
  {
    title: 'passes the status of a remote command on',
    args: ['environment:ssh', ...e, '--', 'echo out; exit 7'],
    exit: 7,
    stdout: 'out\n'
  },
  printing(
    'quotes the words of a remote command',
    ['environment:ssh', ...e, '--', 'printf', '%s.', 'a b', "c'd"],
    "a b.c'd."
  ),
  failing('an unknown host key is 255', ['environment:ssh', ...e, '--', 'true'], 255, 'host key', { hostKeys: 'none' }),
  printing('an inactive environment has no login', ['environment:ssh', ...p, '-e', 'old', '--pipe', '--all'], ''),
  failing(
    'an inactive environment is not logged in to',
    ['environment:ssh', ...p, '-e', 'old', '--pipe'],
    1,
    'inactive'
  ),
  failing('does not choose among applications', ['environment:ssh', ...several, '--pipe'], 1, 'several applications'),
  printing(
    'names the login of an application',
    ['environment:ssh', ...several, ...shop, '--pipe'],
    /^\S+--mymagento@ssh\.us-3\.magento\.cloud$/
  ),
  printing(
    'names that of a worker',
    ['environment:ssh', ...several, ...shop, '--worker', 'queue', '--pipe'],
    /^\S+--mymagento--queue@ssh\.us-3\.magento\.cloud$/
  ),
  printing(
    'names all logins, whichever application is chosen',
    ['environment:ssh', ...several, ...shop, '--pipe', '--all'],
    /^\S+--blog@\S+\n\S+--mymagento--queue@\S+\n\S+--mymagento@\S+\n$/
  ),
  failing('no such application is 1', ['environment:ssh', ...several, '--app', 'nope', '--pipe'], 1, 'not found'),
  failing(
    'reads no log without an application',
    ['environment:logs', ...several, 'deploy', '--lines', '2'],
    1,
    'several applications'
  ),
  printing(
    'reads that of an application',
    ['environment:logs', ...several, ...shop, 'deploy', '--lines', '2'],
    'two\nthree\n'
  ),
  failing(
    'dumps nothing without an application',
    ['db:dump', ...several, '-r', 'database', '--stdout'],
    1,
    'several applications'
  ),
  printing(
    'dumps the database of an application',
    ['db:dump', ...several, ...shop, '-r', 'database', '--stdout'],
    /CREATE TABLE.*-- Dump completed[^\n]*\n$/s
  ),
  failing(
    'asks no database without an application',
    ['db:sql', ...several, '-r', 'database', 'SELECT 1'],
    1,
    'several applications'
  ),
  printing("reads the platform's logs", ['environment:logs', ...e, ...shop, 'deploy', '--lines', '2'], 'two\nthree\n'),
  printing(
    'names every dedicated node',
    ['environment:ssh', ...pro, '--pipe', '--all'],
    /^(?:\d\.ent-\S+@ssh\.us-3\.magento\.cloud\n){3}$/
  ),
  printing('reads the logs of a dedicated node', ['environment:logs', ...pro, 'deploy', '--lines', '1'], 'three\n'),
  failing(
    'makes no snapshot of dedicated nodes',
    ['snapshot:create', ...pro, '--live', '--wait', '-y'],
    1,
    'not available'
  ),
  printing(
    'dumps a database to stdout',
    ['db:dump', ...e, ...shop, '-r', 'database', '--stdout'],
    /^(?:\/\*|--).*CREATE TABLE.*-- Dump completed[^\n]*\n$/s
  ),
  printing(
    'passes on what a login prints, before the answer',
    ['environment:ssh', ...e, '--', 'echo out'],
    'Welcome\nout\n',
    { greeting: 'Welcome\n' }
  ),
  printing(
    'passes it on before a dump as well, and finds the database in spite of it',
    ['db:dump', ...e, '-r', 'database', '--stdout'],
    /^Welcome\n(?:\/\*|--).*CREATE TABLE.*-- Dump completed[^\n]*\n$/s,
    { greeting: 'Welcome\n' }
  ),
  printing('asks a database', ['db:sql', ...e, '-r', 'database', '--raw', 'SELECT 6 * 7 AS answer'], 'answer\n42\n'),
  failing('does not choose among databases', ['db:dump', ...e, '--stdout'], 1, 'several databases'),
  failing('no such relationship is 1', ['db:dump', ...e, '-r', 'nope', '--stdout'], 1, 'any'),
  {
    title: 'passes the status of the dump on',
    args: ['db:dump', ...e, '-r', 'database-slave', '--stdout'],
    exit: 2,
    stdout: ''
  }
]
