<?php

declare(strict_types=1);

/** The stand-in application: what bin/magento, the storefront and ece-tools share. */
final class SandboxApp
{
    public function __construct(public string $root)
    {
    }

    /** Version of the product that is installed, as real code reads it from Composer. */
    public function version(): string
    {
        $installed = json_decode((string) file_get_contents($this->root . '/vendor/composer/installed.json'), true);
        foreach ($installed['packages'] ?? $installed ?? [] as $package) {
            if ($package['name'] === 'magento/product-enterprise-edition') {
                return $package['version'];
            }
        }
        return 'UNKNOWN';
    }

    /** Module name to the setup version that the code has. */
    public function codeModules(): array
    {
        $modules = [];
        foreach (glob($this->root . '/vendor/*/*/etc/module.xml') ?: [] as $file) {
            if (preg_match('/<module name="([^"]+)"(?: setup_version="([^"]+)")?/', (string) file_get_contents($file), $match)) {
                $modules[$match[1]] = $match[2] ?? $this->version();
            }
        }
        ksort($modules);
        return $modules;
    }

    /** Module name to the version that the database has. */
    public function databaseModules(): array
    {
        $modules = [];
        foreach (explode("\n", trim($this->query('SELECT module, schema_version FROM setup_module'))) as $line) {
            [$module, $version] = explode("\t", $line) + [1 => ''];
            $modules[$module] = $version;
        }
        unset($modules['']);
        return $modules;
    }

    /** Modules whose code and database differ: name to [database, code]. */
    public function outdated(): array
    {
        $database = $this->databaseModules();
        $outdated = [];
        foreach ($this->codeModules() as $module => $version) {
            if (($database[$module] ?? 'none') !== $version) {
                $outdated[$module] = [$database[$module] ?? 'none', $version];
            }
        }
        return $outdated;
    }

    /** One line for each module whose database is newer than its code. */
    public function ahead(): array
    {
        $newer = array_filter($this->outdated(), static function (array $versions): bool {
            return $versions[0] !== 'none' && version_compare($versions[0], $versions[1], '>');
        });
        return array_map(static function (string $module, array $versions): string {
            return "$module schema: code version - $versions[1], database version - $versions[0]";
        }, array_keys($newer), $newer);
    }

    public function upgradeDatabase(): void
    {
        $values = [];
        foreach ($this->codeModules() as $module => $version) {
            $values[] = "('" . addslashes($module) . "', '" . addslashes($version) . "', '" . addslashes($version) . "')";
        }
        if ($values !== []) {
            $this->query('REPLACE INTO setup_module VALUES ' . implode(', ', $values));
        }
    }

    public function config(string $path): ?string
    {
        $value = trim($this->query("SELECT value FROM core_config_data WHERE path = '" . addslashes($path) . "'"));
        return $value === '' ? null : $value;
    }

    public function setConfig(string $path, string $value): void
    {
        $this->query("REPLACE INTO core_config_data (scope, scope_id, path, value) VALUES ('default', 0, '" . addslashes($path) . "', '" . addslashes($value) . "')");
    }

    public function maintenance(): bool
    {
        return file_exists($this->root . '/var/.maintenance.flag');
    }

    public function setMaintenance(bool $on): void
    {
        $flag = $this->root . '/var/.maintenance.flag';
        $on ? touch($flag) : (file_exists($flag) && unlink($flag));
    }

    /** Cron jobs are off between the begin of a deployment and its post-deploy phase. */
    public function setCron(bool $on): void
    {
        $file = $this->root . '/app/etc/env.php';
        $env = require $file;
        unset($env['cron']['enabled']);
        $this->write('env.php', $on ? $env : array_replace_recursive($env, ['cron' => ['enabled' => 0]]));
    }

    /** Module name to 1 or 0, as app/etc/config.php has them. */
    public function moduleStates(): array
    {
        $file = $this->root . '/app/etc/config.php';
        return is_file($file) ? (require $file)['modules'] ?? [] : [];
    }

    /** Brings app/etc/config.php to the modules that the code has: new ones are enabled, others keep their state. */
    public function refreshModules(): void
    {
        $file = $this->root . '/app/etc/config.php';
        $config = is_file($file) ? require $file : [];
        $found = array_fill_keys(array_keys($this->codeModules()), 1);
        foreach (glob($this->root . '/app/code/*/*/etc/module.xml') ?: [] as $path) {
            [$vendor, $name] = array_slice(explode('/', $path), -4, 2);
            $found["{$vendor}_$name"] = 1;
        }
        $config['modules'] = array_replace($found, array_intersect_key($config['modules'] ?? [], $found));
        $this->write('config.php', $config);
    }

    /** Writes a file of app/etc in one moment: requests read it all the time. */
    public function write(string $name, array $content): void
    {
        $file = $this->root . '/app/etc/' . $name;
        file_put_contents("$file.next", "<?php\nreturn " . $this->export($content, 0) . ";\n");
        chmod("$file.next", 0600);
        rename("$file.next", $file);
    }

    private function export(array $content, int $depth): string
    {
        $indent = str_repeat('    ', $depth + 1);
        $lines = [];
        foreach ($content as $key => $value) {
            $text = is_array($value) ? $this->export($value, $depth + 1) : var_export($value, true);
            $lines[] = $indent . var_export($key, true) . " => $text,\n";
        }
        return "[\n" . implode('', $lines) . str_repeat('    ', $depth) . ']';
    }

    /** The scripted fault of this deployment, or an empty text. */
    public function fault(): string
    {
        return getenv('SANDBOX_FAULT') ?: trim((string) @file_get_contents($this->root . '/var/.sandbox-fault'));
    }

    /** Runs SQL with the connection of app/etc/env.php; the password goes through a private file. */
    public function query(string $sql): string
    {
        $env = $this->root . '/app/etc/env.php';
        if (!file_exists($env)) {
            throw new RuntimeException('The application is not installed.');
        }
        $connection = (require $env)['db']['connection']['default'];
        $file = tempnam(sys_get_temp_dir(), 'sandbox-db-');
        file_put_contents($file, sprintf("[client]\nhost=\"%s\"\nport=%d\nuser=\"%s\"\npassword=\"%s\"\n", $connection['host'], $connection['port'], $connection['username'], addcslashes($connection['password'], '\\"')));
        $client = is_executable('/usr/bin/mariadb') ? 'mariadb' : 'mysql';
        $process = proc_open([$client, "--defaults-extra-file=$file", '--batch', '--skip-column-names', $connection['dbname'], '-e', $sql], [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        $output = stream_get_contents($pipes[1]);
        $errors = stream_get_contents($pipes[2]);
        $status = proc_close($process);
        unlink($file);
        if ($status !== 0) {
            throw new RuntimeException("SQLSTATE[HY000]: $errors");
        }
        return (string) $output;
    }

    /** What `ece-tools db-dump` does: maintenance and no cron meanwhile, a file in var, and exit code 0 where its lock is taken. */
    public function dump(): int
    {
        $lock = fopen($this->root . '/var/dbdump.lock', 'c');
        if ($lock === false || !flock($lock, LOCK_EX | LOCK_NB)) {
            echo "Could not get the lock file!\n";
            return 0;
        }
        $connection = (require $this->root . '/app/etc/env.php')['db']['connection']['default'];
        $config = tempnam(sys_get_temp_dir(), 'sandbox-db-');
        file_put_contents($config, sprintf("[client]\nhost=\"%s\"\nport=%d\nuser=\"%s\"\npassword=\"%s\"\n", $connection['host'], $connection['port'], $connection['username'], addcslashes($connection['password'], '\\"')));
        $file = $this->root . '/var/dump-main-' . time() . '.sql.gz';
        $this->setMaintenance(true);
        $this->setCron(false);
        $command = sprintf('set -o pipefail; $(command -v mariadb-dump || command -v mysqldump) --defaults-extra-file=%s --single-transaction --quick --no-tablespaces %s | gzip >%s', $config, escapeshellarg($connection['dbname']), escapeshellarg($file));
        $process = proc_open(['bash', '-c', $command], [1 => STDOUT, 2 => STDERR], $pipes);
        $status = proc_close($process);
        unlink($config);
        $this->setCron(true);
        $this->setMaintenance(false);
        if ($status !== 0) {
            unlink($file);
            return 1;
        }
        echo "[2026-01-01] INFO: Finished DB dump for main database, it can be found here: $file\n";
        return 0;
    }
}
