<?php

declare(strict_types=1);

/** Fails a step of a scenario where the scripted fault is one of its own: prints what the real step prints, and throws. */
function failAt(string $step, SandboxApp $app, SandboxLog $log): void
{
    $fault = scriptedFaults()[$app->fault()] ?? null;
    if ($fault === null || $fault['step'] !== $step) {
        return;
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
