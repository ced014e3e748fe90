import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const policyFile = '/usr/sbin/policy-rc.d'
const aptOptions = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']

/** The argv prefix with which packages can be installed here, or undefined. */
export function privilege() {
  if (!isDebian() || !existsSync('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  // sudo drops the environment: what a proxy needs is kept by name, since a value would be seen in the list of processes.
  const kept = Object.keys(process.env).filter((name) =>
    /^(https?_proxy|ftp_proxy|no_proxy|SSL_CERT_FILE|SSL_CERT_DIR)$/i.test(name)
  )
  const prefix = ['sudo', '-n', ...(kept.length > 0 ? [`--preserve-env=${kept.join(',')}`] : [])]
  return spawnSync(prefix[0], [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? prefix : undefined
}

/** Whether this is Debian or one of its descendants. */
export function isDebian() {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Runs apt-get, waiting for another run of it to end. Returns whether it succeeded. */
export async function aptGet(prefix, argv) {
  const deadline = Date.now() + 300_000
  for (;;) {
    const { code, output } = await runApt(prefix, argv)
    if (code === 0) return true
    // The lock of the package lists is not covered by apt's own waiting.
    if (/Could not get lock|Unable to lock/.test(output) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      continue
    }
    process.stderr.write(`apt-get ${argv[0]} ended with ${code}:\n${output.trim().split('\n').slice(-12).join('\n')}\n`)
    return false
  }
}

/** One run of apt-get; shows its latest line every few seconds. */
async function runApt(prefix, argv) {
  const settings = ['DEBIAN_FRONTEND=noninteractive', 'NEEDRESTART_SUSPEND=1', 'LC_ALL=C.UTF-8']
  const [program, ...rest] = [...prefix, 'env', ...settings, 'apt-get', ...aptOptions, ...argv]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk) => {
    output = (output + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  let shown = ''
  const progress = setInterval(() => {
    const line = output.trim().split('\n').at(-1)?.trim() ?? ''
    if (line && line !== shown) console.log(`  ${(shown = line).slice(0, 110)}`)
  }, 4000)
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', resolve)
  })
  clearInterval(progress)
  return { code, output }
}

/**
 * Keeps the packages from starting their services, unless the machine has a policy of its own. Returns a function that
 * undoes it.
 */
export function holdServices(prefix) {
  if (existsSync(policyFile)) return () => {}
  const marker = `# for the installation by process ${process.pid}`
  const script = `#!/bin/sh\n${marker}\nexit 101\n`
  if (prefix.length === 0) writeFileSync(policyFile, script, { mode: 0o755 })
  else {
    spawnSync('sudo', ['-n', 'tee', policyFile], { input: script, stdio: ['pipe', 'ignore', 'ignore'] })
    spawnSync('sudo', ['-n', 'chmod', '755', policyFile])
  }
  return () => {
    if (!existsSync(policyFile) || !readFileSync(policyFile, 'utf8').includes(marker)) return
    if (prefix.length === 0) rmSync(policyFile)
    else spawnSync('sudo', ['-n', 'rm', '-f', policyFile])
  }
}
