<?php

declare(strict_types=1);

/** Fails a step of a scenario where the scripted fault is one of its own: prints what the real step prints, and throws. */
function failAt(string $step, SandboxApp $app, SandboxLog $log): void
{
    $fault = scriptedFaults()[$app->fault()] ?? null;
    if ($fault === null || $fault['step'] !== $step) {
        return;
    }
    if ($fault['code'] === null) {
        // A line of the hook that is not ece-tools: no error of its own, only what it prints and its status.
        fwrite(STDERR, $fault['output']);
        exit(1);
    }
    // What a command prints goes to the output and to the log, as `tee` does it on the platform.
    echo $fault['output'];
    $log->append($step === 'install-update' ? 'install_upgrade.log' : 'cloud.log', $fault['output']);
    throw new ScenarioFailure($fault['code'], $fault['stage'], $fault['name'] ?? $step, $fault['title'], $fault['suggestion']);
}

/** Situation to the step that it stops, the output before, and the error of ece-tools. */
function scriptedFaults(): array
{
    $upgrade = [
        'stage' => 'deploy',
        'step' => 'install-update',
        'name' => 'install-update: setup',
        'code' => 126,
        'title' => 'The command "/bin/bash -c "set -o pipefail; php ./bin/magento setup:upgrade --keep-generated --ansi --no-interaction"" failed.',
        'suggestion' => 'Check the cloud.log and install_upgrade.log for more information.',
    ];
    $compile = [
        'stage' => 'build',
        'step' => 'compile-di',
        'code' => 15,
        'title' => 'The command "/bin/bash -c "set -o pipefail; php ./bin/magento setup:di:compile --ansi --no-interaction"" failed.',
        'suggestion' => 'Check the cloud.log for more information.',
    ];
    return [
        'patch-fails' => [
            'stage' => 'build',
            'step' => 'apply-patches',
            'code' => 12,
            'output' => "Applying hot-fixes\n    Error: patch m2-hotfixes/MDVA-0001.patch can't be applied\n    error: patch failed: vendor/magento/module-catalog/Model/Product.php:12\n    error: vendor/magento/module-catalog/Model/Product.php: patch does not apply\n",
            'title' => 'The command "php ./vendor/bin/ece-patches apply --no-interaction" failed.',
            'suggestion' => 'Drop or refresh the patch.',
        ],
        'compile-fails' => $compile + [
            'output' => "Compilation was started.\nErrors during compilation:\n\tAcme\\Example\\Model\\Points\n\t\tIncompatible argument type: Required type: \\Magento\\Quote\\Api\\Data\\TotalsInterface. Actual type: array; File:\n/app/vendor/acme/module-example/Model/Points.php\nTotal Errors Count: 1\n",
        ],
        'out-of-memory' => $compile + [
            'output' => "Compilation was started.\nPHP Fatal error:  Allowed memory size of 792723456 bytes exhausted (tried to allocate 12288 bytes) in /app/vendor/magento/framework/Code/Reader/ClassReader.php on line 44\n",
        ],
        'search-missing' => [
            'stage' => 'deploy',
            'step' => 'validate-config',
            'name' => 'validate-config:opensearch',
            'code' => 138,
            'output' => '',
            'title' => 'OpenSearch service is required for Magento Commerce 2.4.4 and above.',
            'suggestion' => 'Install the OpenSearch service.',
        ],
        'crypt-key-missing' => [
            'stage' => 'deploy',
            'step' => 'set-crypt-key',
            'code' => 131,
            'output' => '',
            'title' => 'The crypt/key key value does not exist in the ./app/etc/env.php file or the CRYPT_KEY cloud environment variable',
            'suggestion' => 'Restore env.php or set CRYPT_KEY.',
        ],
        'disk-full' => $upgrade + [
            'output' => "Updating modules:\nSQLSTATE[HY000]: General error: 1030 Got error 28 \"No space left on device\" from storage engine InnoDB, query was: ALTER TABLE `sales_order` ADD COLUMN `note` text\n",
        ],
        'cron-stuck' => $upgrade + [
            'output' => "Error happening during kill cron: 2841 /usr/bin/php8.3 /app/bin/magento cron:run --group=index --bootstrap=standaloneProcessStarted=1\nUpdating modules:\nSQLSTATE[HY000]: General error: 1205 Lock wait timeout exceeded; try restarting transaction, query was: ALTER TABLE `sales_order` ADD COLUMN `note` text\n",
        ],
        'engine-wrong' => [
            'stage' => 'deploy',
            'step' => 'validate-config',
            'name' => 'validate-config:search-engine',
            'code' => 135,
            'output' => '',
            'title' => "The search engine must be set to Elasticsearch for Magento 2.4.0 and above\n  Check the SEARCH_CONFIGURATION variable for the \"engine\" option. If it is configured, remove the option, or set the value to \"elasticsearch\".",
            'suggestion' => 'Check the SEARCH_CONFIGURATION variable.',
        ],
        'env-php-broken' => [
            'stage' => 'deploy',
            'step' => 'set-crypt-key',
            'code' => 1,
            'output' => '',
            'title' => 'Unhandled error: Warning: Undefined array key "db" in /app/vendor/magento/ece-tools/src/Step/Deploy/InstallUpdate/ConfigUpdate/DbConnection.php on line 386',
            'suggestion' => '',
        ],
        'storage-refused' => [
            'stage' => 'deploy',
            'step' => 'set-crypt-key',
            'code' => 1,
            'output' => '',
            'title' => "The command \"php ./bin/magento setup:config:set --remote-storage-driver=file -n --ansi --no-interaction\" failed. In ConfigSetCommand.php line 151:\n  Parameter validation failed",
            'suggestion' => '',
        ],
        'config-import-fails' => [
            'stage' => 'deploy',
            'step' => 'install-update',
            'name' => 'install-update: config-import',
            'code' => 117,
            'output' => '',
            'title' => "The command \"php ./bin/magento app:config:import --ansi --no-interaction\" failed.\n  Processing configurations data from configuration file...\n  Import failed: The website with code acme_uk that was requested wasn't found. Verify the website and try again.",
            'suggestion' => 'Check the cloud.log for more information.',
        ],
        'static-content-fails' => [
            'stage' => 'deploy',
            'step' => 'install-update',
            'name' => 'deploy-static-content',
            'code' => 119,
            'output' => '',
            'title' => "The command \"/bin/bash -c \"set -o pipefail; timeout -k 30 400 php ./bin/magento setup:static-content:deploy --ansi --no-interaction\"\" failed.\n  Error happened during deploy process: Missing argument 3 for Acme\\Example\\Plugin\\Exclude::afterGet() in /app/vendor/acme/module-example/Plugin/Exclude.php on line 38",
            'suggestion' => 'Check the cloud.log for more information.',
        ],
        'data-patch-fails' => [
            'title' => $upgrade['title'] . " Module 'Acme_Example':\n  Unable to apply data patch Acme\\Example\\Setup\\Patch\\Data\\AddPoints for module Acme_Example. Original exception message: DDL statements are not allowed in transactions",
            'output' => '',
        ] + $upgrade,
        'database-locked' => $upgrade + [
            'output' => "Updating modules:\nSQLSTATE[HY000]: General error: 1205 Lock wait timeout exceeded; try restarting transaction, query was: ALTER TABLE `sales_order` ADD COLUMN `note` text\n",
        ],
        'database-gone' => $upgrade + [
            'output' => "Updating modules:\nSQLSTATE[HY000]: General error: 2006 MySQL server has gone away, query was: ALTER TABLE `sales_order` ADD COLUMN `note` text\n",
        ],
        'too-many-files' => $upgrade + [
            'output' => "Updating modules:\nSQLSTATE[HY000]: General error: 23 Out of resources when opening file '/tmp/#sql_1_0.MAD' (Errcode: 24 \"Too many open files\"), query was: SELECT 1\n",
        ],
        'search-gone' => $upgrade + [
            'output' => "Updating modules:\nCould not validate a connection to the OpenSearch. No alive nodes found in your cluster\n",
        ],
        'queue-gone' => [
            'title' => $upgrade['title'] . " In StreamIO.php line 149:\n  stream_socket_client(): Unable to connect to tcp://rabbitmq.internal:5672 (Connection refused)",
            'output' => '',
        ] + $upgrade,
        'post-deploy-read-only' => [
            'stage' => 'post-deploy',
            'step' => 'warm-up',
            'code' => null,
            'output' => "=> Downloading nvm from git to '/app/.nvm'\nmkdir: cannot create directory '/app/.nvm': Read-only file system\n",
            'title' => '',
            'suggestion' => '',
        ],
        'orphaned-rows' => [
            'title' => $upgrade['title'] . " In Mysql.php line 110:\n  SQLSTATE[23000]: Integrity constraint violation: 1452 Cannot add or update a child row: a foreign key constraint fails (`main`.`#sql-1_2`, CONSTRAINT `EXAMPLE_NOTE_STORE_ID` FOREIGN KEY (`store_id`) REFERENCES `store` (`store_id`) ON DELETE CASCADE), query was: ALTER TABLE `example_note` MODIFY COLUMN `store_id` int",
            'output' => '',
        ] + $upgrade,
        'redis-gone' => [
            'title' => $upgrade['title'] . " In Client.php line 499:\n  Connection to Redis redis.internal:6379 failed after 2 failures.Last Error : (111) Connection refused",
            'output' => '',
        ] + $upgrade,
        'read-only-code' => [
            'title' => $upgrade['title'] . " Cache types config flushed successfully\n  Warning: file_put_contents(/app/vendor/acme/module-example/cache.php): Failed to open stream: Read-only file system in /app/vendor/acme/module-example/Model/Cache.php on line 12",
            'output' => '',
        ] + $upgrade,
        'setup-upgrade-fails' => $upgrade + [
            'output' => "Updating modules:\nSchema creation/updates:\nSQLSTATE[42S01]: Base table or view already exists: 1050 Table 'sales_order_note' already exists\n",
        ],
        'post-deploy-fails' => [
            'stage' => 'post-deploy',
            'step' => 'warm-up',
            'code' => 207,
            'output' => '',
            'title' => 'Warming up failed: Unable to reach the store',
            'suggestion' => 'Check the store URLs.',
        ],
    ];
}
