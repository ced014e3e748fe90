import { stringify } from 'yaml'

/** The configuration that makes the upstream command line behave as Adobe's build of it, on this API. */
export function upstreamConfig(url: string): string {
  return stringify({
    application: {
      name: 'Magento Cloud CLI',
      slug: 'magento-cloud-cli',
      version: '1.47.0',
      executable: 'magento-cloud',
      env_prefix: 'MAGENTO_CLOUD_CLI_',
      user_config_dir: '.magento-cloud',
      prompt_self_install: false,
      drush_aliases: false
    },
    service: {
      name: 'Magento Cloud',
      env_prefix: 'MAGENTO_CLOUD_',
      project_config_dir: '.magento',
      app_config_file: '.magento.app.yaml',
      console_url: 'https://console.magento.cloud',
      available_regions: []
    },
    api: {
      base_url: url,
      auth_url: url,
      oauth2_client_id: 'magento-cloud-cli',
      disable_credential_helpers: true,
      organizations: false,
      centralized_permissions: false,
      user_verification: false,
      metrics: false
    },
    ssh: { domain_wildcards: ['*.magento.cloud'] },
    detection: {
      git_remote_name: 'magento',
      git_domain: 'magento.cloud',
      site_domains: ['magentosite.cloud'],
      cluster_header: 'X-Magento-Cluster'
    },
    updates: { check: false },
    migrate: { prompt: false }
  })
}
