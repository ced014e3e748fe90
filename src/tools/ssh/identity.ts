/** The key and certificate that a login is made with, as paths. */
export interface SshIdentity {
  readonly keyFile: string
  readonly certificateFile: string | null
}
