// Prints the options that lead ssh to the right port on loopback, or nothing for a host that is not the platform's.
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { parseLogin } from './parse-login.mjs'

const [routesFile, ...args] = process.argv.slice(2)
const login = parseLogin(args)
if (login) {
  const { host } = login
  const user = login.user ?? userInfo().username
  const routes = JSON.parse(readFileSync(routesFile, 'utf8'))
  const route = routes[`${user}@${host}`]
  const hosts = Object.keys(routes).map((key) => key.slice(key.lastIndexOf('@') + 1))
  if (route) {
    const options = {
      HostName: '127.0.0.1',
      Port: route.port,
      User: route.osUser,
      // The key is looked up under the name that the user knows.
      HostKeyAlias: host,
      CheckHostIP: 'no'
    }
    console.log(
      Object.entries(options)
        .map(([name, value]) => `-o ${name}=${value}`)
        .join(' ')
    )
  } else if (hosts.includes(host)) {
    console.error(`${user}@${host}: Permission denied (publickey).`)
    process.exitCode = 255
  } else if (/\.magento(?:site)?\.cloud$/.test(host)) {
    console.error(`ssh: Could not resolve hostname ${host}: Name or service not known`)
    process.exitCode = 255
  }
}
