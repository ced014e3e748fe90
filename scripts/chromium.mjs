// One headless Chromium, driven over its own protocol: pages are opened, measured and photographed.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'undici'

/** The browser on this machine, or undefined. */
export function findChromium() {
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome']
  return names.find((name) => spawnSync(name, ['--version']).status === 0)
}

/** Starts it, runs `task` with a function that opens a page, and ends it. */
export async function withChromium(browser, task) {
  const profile = mkdtempSync(join(tmpdir(), 'pages-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0']
  const child = spawn(browser, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    const address = await addressOf(child)
    const targets = await (await fetch(`http://${new URL(address).host}/json/list`)).json()
    const socket = new WebSocket(targets.find(({ type }) => type === 'page').webSocketDebuggerUrl)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', reject, { once: true })
    })
    return await task(pageOn(socket))
  } finally {
    child.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)
      if (found) resolve(found[1])
    })
    child.once('close', () => reject(new Error('Chromium ended before it could be used.')))
  })
}

function pageOn(socket) {
  let last = 0
  const waiting = new Map()
  const loaded = []
  socket.addEventListener('message', ({ data }) => {
    const { id, method, result, error } = JSON.parse(data)
    if (method === 'Page.loadEventFired') loaded.splice(0).forEach((resolve) => resolve())
    if (id === undefined) return
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error) reject(new Error(error.message))
    else resolve(result)
  })
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  /** Opens `file` at this width; returns what the body measured of itself, and its picture. */
  return async (file, width) => {
    await send('Page.enable')
    await send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false })
    const load = new Promise((resolve) => loaded.push(resolve))
    await send('Page.navigate', { url: `file://${file}` })
    await load
    const { result } = await send('Runtime.evaluate', { expression: 'JSON.stringify(document.body.dataset)' })
    const measured = JSON.parse(result.value)
    const clip = { x: 0, y: 0, width, height: Number(measured.height), scale: 1 }
    const { data } = await send('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true })
    return { height: Number(measured.height), fold: Number(measured.fold), picture: Buffer.from(data, 'base64') }
  }
}
