import type { ReleaseLine } from '../packages/product-versions.js'

/** `.magento.app.yaml` of a line, with the comments that developers leave in it. */
export function renderAppYaml({ template }: ReleaseLine): string {
  const search = template.search.split(':')[0] ?? 'opensearch'
  const cache = template.cache === 'valkey' ? 'valkey: "cache:valkey"' : 'redis: "redis:redis"'
  return `# The name of the application; it is part of the addresses of the environments.
name: mymagento

# The runtime of the application.
type: php:${template.php}
build:
    flavor: none
dependencies:
    php:
        composer/composer: '${template.composer}' # the build installs the packages with this Composer

# Services that the application talks to.
relationships:
    database: "mysql:mysql"
    ${cache}
    ${search}: "${search}:${search}"

runtime:
    extensions:
        - xsl
        - sodium

# Size of the disk of an environment, in MB.
disk: 5120

mounts:
    "var": "shared:files/var"
    "app/etc": "shared:files/etc"
    "pub/media": "shared:files/media"
    "pub/static": "shared:files/static"

hooks:
    # Runs without services: no database here.
    build: |
        set -e
        composer install --no-dev --no-progress --no-interaction
        php ./vendor/bin/ece-tools run scenario/build/generate.xml
        php ./vendor/bin/ece-tools run scenario/build/transfer.xml
    # Runs with services, while requests are held back.
    deploy: |
        php ./vendor/bin/ece-tools run scenario/deploy.xml
    post_deploy: |
        php ./vendor/bin/ece-tools run scenario/post-deploy.xml

crons:
    cronrun:
        spec: "* * * * *"
        cmd: "php bin/magento cron:run"

web:
    locations:
        "/":
            root: "pub"
            passthru: "/index.php"
            index:
                - index.php
`
}

/** `.magento/services.yaml` of a line. */
export function renderServicesYaml({ template }: ReleaseLine): string {
  const search = template.search.split(':')[0] ?? 'opensearch'
  return `mysql:
    type: mysql:${template.mysql}
    disk: 5120

${template.cache === 'valkey' ? 'cache' : 'redis'}:
    type: ${template.cacheType}

${search}:
    type: ${template.search}
    disk: 1024
`
}

/** `.magento/routes.yaml`, the same for all lines. */
export const routesYaml = `"http://{default}/":
    type: upstream
    upstream: "mymagento:http"

"http://{all}/":
    type: upstream
    upstream: "mymagento:http"
`

/** `.magento.env.yaml`, the same for all lines. */
export const envYaml = `# Variables of the build and deploy stages.
stage:
    global:
        SCD_ON_DEMAND: true
    build:
        # QUALITY_PATCHES are applied before the files in m2-hotfixes.
        QUALITY_PATCHES: []
    deploy:
        CRON_CONSUMERS_RUNNER:
            cron_run: true
`
