/** The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and what in it is none. */
export function parseSshHosts(list: string): { readonly hosts: readonly string[]; readonly wrong: readonly string[] } {
  const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))]
  const isLogin = (word: string): boolean => /^\w[\w.+-]*@\w[\w.-]*$/.test(word)
  return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) }
}
