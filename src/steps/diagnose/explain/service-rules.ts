import { deployAgain, firstMatch, type FailureRule, type RuleContext } from './failure-rule.js'

const running = ['deploy', 'post-deploy', 'site'] as const

/** Services that do not answer or do not exist. */
export const serviceRules: readonly FailureRule[] = [
  {
    id: 'search-engine-wrong',
    phase: 'deploy',
    title: 'SEARCH_CONFIGURATION names an engine that this version does not support',
    trace:
      /search engine must be set to|Search engine '[\w-]{1,40}' is not an available|SEARCH_CONFIGURATION variable for the "engine"/i,
    codes: [111, 114, 135, 139],
    meaning: 'Each version supports only certain search engines; the configured one is not among them.',
    next: 'Remove engine from SEARCH_CONFIGURATION in .magento.env.yaml (ece-tools then uses the existing service), or run magento-cloud variable:delete SEARCH_CONFIGURATION if it is a variable. Commit, and git push.'
  },
  {
    id: 'search-service-missing',
    phase: 'deploy',
    title: 'The project has no search service',
    trace:
      /requires (?:the )?(?:OpenSearch|Elasticsearch)[\w ]{0,40}service to be installed|(?:OpenSearch|Elasticsearch) service is required|(?:OpenSearch|Elasticsearch) service is not (?:installed|available)/i,
    codes: [113, 134, 138],
    meaning: 'Since 2.4.0, Commerce cannot be installed or upgraded without a search service.',
    next: ({ services }) =>
      hasSearch(services)
        ? '.magento/services.yaml of this checkout has a search service: check that .magento.app.yaml has a relationship to it, that both are in the pushed commit (git status), and on Pro that its ticket is done (magento-cloud relationships). Then git push.'
        : 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml (Pro staging and production: a support ticket), commit, and git push.'
  },
  {
    id: 'search-unreachable',
    phase: 'deploy',
    within: running,
    title: 'The search service does not answer',
    trace:
      /Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|Unable to validate connection to (?:Elasticsearch|OpenSearch)|No alive nodes found/i,
    codes: [132, 137],
    meaning:
      'The service is configured, but none of its nodes answered: it is down, starting or full, or the address is wrong.',
    next: (context) =>
      `Check its relationship and that it runs: magento-cloud relationships has its address; magento-cloud ssh "curl -s opensearch.internal:9200/_cluster/health" queries it (that address on Starter and integration); on Pro open a ticket. ${deployAgain(context)}`
  },
  {
    id: 'search-read-only',
    phase: 'deploy',
    within: running,
    title: 'The search service has locked its indexes: its disk is full',
    trace: /cluster_block_exception|read-only-allow-delete|flood[- ]stage watermark|FORBIDDEN\/12\//i,
    subject: firstMatch(/index \[([\w.-]{1,120})\]/),
    meaning: 'When its disk is more than 95 % full, OpenSearch and Elasticsearch no longer allow writes.',
    next: (context) =>
      `Raise disk of the search service in .magento/services.yaml (Pro: a ticket) or delete old indexes. With enough space it unlocks itself; otherwise PUT _all/_settings {"index.blocks.read_only_allow_delete": null}. ${deployAgain(context)}`
  },
  {
    id: 'search-limit',
    phase: 'deploy',
    within: running,
    title: 'An index of the search service has too many fields',
    trace: /Limit of total fields \[\d{1,7}\]/i,
    meaning: 'Each searchable, filterable or sortable attribute is a field, and the service limits their number.',
    next: (context) =>
      `Make attributes that nobody searches or sorts by not searchable, or raise index.mapping.total_fields.limit of the index. Then php bin/magento indexer:reindex catalogsearch_fulltext. ${deployAgain(context)}`
  },
  cacheRule(
    'redis',
    'Redis',
    /Connection to Redis [\w.:-]{1,100} failed|RedisException|CredisException|Redis server went away|Redis[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route)|MISCONF Redis|OOM command not allowed|read error on connection|LOADING Redis is loading|READONLY You can't write|NOAUTH Authentication|WRONGPASS /i,
    [107]
  ),
  cacheRule(
    'valkey',
    'Valkey',
    /Connection to Valkey [\w.:-]{1,100} failed|Valkey[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route|went away)|LOADING Valkey/i,
    [140]
  ),
  {
    id: 'rabbitmq-login',
    phase: 'deploy',
    within: running,
    title: 'RabbitMQ rejects the login of the application',
    trace: /ACCESS_REFUSED - /i,
    meaning: 'It runs, but does not know the user and password of the application.',
    next: (context) =>
      `Compare the relationship (magento-cloud relationships) with queue in app/etc/env.php and QUEUE_CONFIGURATION in .magento.env.yaml; remove what overrides it. ${deployAgain(context)}`
  },
  {
    id: 'queue-differs',
    phase: 'deploy',
    within: running,
    title: 'A queue of RabbitMQ already exists with other settings',
    trace: /PRECONDITION_FAILED - inequivalent arg/i,
    subject: firstMatch(/for (?:queue|exchange) '([^'\n]{1,120})'/),
    meaning:
      'An older version set its type or arguments, and a queue cannot be changed: only drained and created again.',
    next: (context) =>
      `Let its messages be processed (php bin/magento queue:consumers:start), then delete the queue (magento-cloud tunnel:open, management interface; Pro: a ticket): setup:upgrade creates it again. ${deployAgain(context)}`
  },
  {
    id: 'rabbitmq-unreachable',
    phase: 'deploy',
    within: running,
    title: 'RabbitMQ does not answer',
    trace:
      /Unable to connect to (?:tcp|ssl|tls):\/\/[\w.-]{1,100}:567\d|AMQP(?:Connection|IO|Runtime|Timeout)\w{0,30}Exception|PhpAmqpLib[^\n]{0,120}(?:refused|timed out|closed)/i,
    subject: firstMatch(/((?:tcp|ssl|tls):\/\/[\w.-]{1,100}:\d{2,5})/),
    meaning: 'The message queue could not be reached.',
    next: (context) =>
      `Check the service and its relationship: magento-cloud relationships, rabbitmq in .magento/services.yaml (Pro: a ticket); its disk may be full. ${deployAgain(context)}`
  }
]

function cacheRule(id: 'redis' | 'valkey', name: string, trace: RegExp, codes: readonly number[]): FailureRule {
  return {
    id: `${id}-unreachable`,
    phase: 'deploy',
    within: running,
    title: ({ line }) => (refusing.test(line) ? `${name} rejects the requests of the shop` : `${name} does not answer`),
    trace,
    codes,
    subject: firstMatch(/(?:Redis|Valkey) ([\w.-]{1,100}:\d{2,5}) failed/i),
    meaning:
      'The cache or the sessions of the shop are in this service; it is down, full, or not at the configured address.',
    next: (context) =>
      `Check the service, its memory and its relationship: magento-cloud relationships, ${id} in .magento/services.yaml and .magento.app.yaml, CACHE_CONFIGURATION and SESSION_CONFIGURATION in .magento.env.yaml. ${deployAgain(context)}`
  }
}

const refusing = /MISCONF|OOM command|READONLY|NOAUTH|WRONGPASS/

function hasSearch(services: RuleContext['services']): boolean {
  return services?.some((type) => /^(?:opensearch|elasticsearch)\b/.test(type)) ?? false
}
