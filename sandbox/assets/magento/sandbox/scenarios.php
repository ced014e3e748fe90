<?php

declare(strict_types=1);

require_once __DIR__ . '/faults.php';

/** Plays the build, deploy and post-deploy scenarios. Returns the exit code, which is the error code of a failure. */
function runScenarios(SandboxApp $app, array $scenarios, string $eceTools): int
{
    $log = new SandboxLog($app);
    $versions = "magento/ece-tools version: $eceTools, magento/magento2-base version: " . $app->version();
    $log->info('Starting scenario(s): ' . implode(', ', $scenarios) . " ($versions)");
    try {
        foreach ($scenarios as $scenario) {
            runScenario($app, $scenario, $log);
        }
    } catch (ScenarioFailure $failure) {
        $log->error($failure);
        return $failure->getCode();
    }
    $log->info('Scenario(s) finished');
    return 0;
}

final class ScenarioFailure extends RuntimeException
{
    public function __construct(int $code, public string $stage, public string $step, string $title, public string $suggestion)
    {
        parent::__construct($title, $code);
    }
}

final class SandboxLog
{
    public function __construct(private SandboxApp $app)
    {
    }

    public function info(string $message, string $level = 'INFO'): void
    {
        $line = '[' . gmdate('Y-m-d\TH:i:s.u') . "+00:00] $level: $message\n";
        $this->append('cloud.log', $line);
        echo $line;
    }

    public function error(ScenarioFailure $failure): void
    {
        $this->info('[' . $failure->getCode() . '] ' . $failure->getMessage(), 'CRITICAL');
        $this->append('cloud.error.log', json_encode(['errorCode' => $failure->getCode(), 'stage' => $failure->stage, 'step' => $failure->step, 'suggestion' => $failure->suggestion, 'title' => $failure->getMessage(), 'type' => 'critical']) . "\n");
    }

    public function append(string $name, string $text): void
    {
        $folder = $this->app->root . '/var/log';
        is_dir($folder) || mkdir($folder, 0770, true);
        file_put_contents("$folder/$name", $text, FILE_APPEND);
    }
}

function runScenario(SandboxApp $app, string $scenario, SandboxLog $log): void
{
    $failed = $app->root . '/var/.deploy_is_failed';
    switch ($scenario) {
        case 'scenario/build/generate.xml':
            $log->info('Applying patches', 'NOTICE');
            failAt('apply-patches', $app, $log);
            $log->info('Reconciling installed modules with shared config.');
            $app->refreshModules();
            $log->info('Running DI compilation');
            failAt('compile-di', $app, $log);
            return;
        case 'scenario/build/transfer.xml':
            return;
        case 'scenario/deploy.xml':
            @unlink($failed);
            @unlink($app->root . '/var/log/cloud.error.log');
            try {
                deploy($app, $log);
            } catch (ScenarioFailure $failure) {
                touch($failed);
                throw $failure;
            }
            return;
        case 'scenario/post-deploy.xml':
            if (file_exists($failed)) {
                $log->info('Post deploy is skipped because deploy was failed.', 'ERROR');
                throw new ScenarioFailure(201, 'post-deploy', 'is-deploy-failed', 'Post deploy is skipped because deploy was failed.', 'Look at the deploy errors.');
            }
            $log->info('Enable cron');
            $app->setCron(true);
            failAt('warm-up', $app, $log);
            $log->info('Warmed up page: /');
            return;
    }
    throw new ScenarioFailure(1, 'deploy', 'run', "The scenario $scenario is unknown", '');
}

function deploy(SandboxApp $app, SandboxLog $log): void
{
    writeEnv($app);
    $log->info('Enabling Maintenance mode');
    $app->setMaintenance(true);
    $log->info('Disable cron');
    $app->setCron(false);
    failAt('validate-config', $app, $log);
    failAt('set-crypt-key', $app, $log);
    $log->info('Running setup upgrade.');
    $log->append('install_upgrade.log', 'Updating time: ' . gmdate('D M j H:i:s T Y') . "\n");
    failAt('install-update', $app, $log);
    if ($app->fault() !== 'database-behind') {
        $app->upgradeDatabase();
        $log->append('install_upgrade.log', "Schema creation/updates:\nNothing to import.\n");
    }
    if ($app->fault() === 'database-ahead') {
        $app->query("UPDATE setup_module SET schema_version = '200.0.0', data_version = '200.0.0' WHERE module IN ('Magento_Catalog', 'Magento_Sales')");
    }
    if ($app->fault() === 'maintenance-left-on') {
        return;
    }
    $log->info('Maintenance mode is disabled.');
    $app->setMaintenance(false);
}

/** app/etc/env.php with the database of MAGENTO_CLOUD_RELATIONSHIPS. */
function writeEnv(SandboxApp $app): void
{
    $relationships = json_decode((string) base64_decode((string) getenv('MAGENTO_CLOUD_RELATIONSHIPS')), true);
    $database = $relationships['database'][0];
    $connection = ['host' => $database['host'], 'port' => $database['port'], 'dbname' => $database['path'], 'username' => $database['username'], 'password' => $database['password']];
    $app->write('env.php', ['db' => ['connection' => ['default' => $connection]], 'crypt' => ['key' => 'stand-in']]);
}
