<?php

declare(strict_types=1);

namespace Sandbox\RootUpdate;

use Composer\Composer;
use Composer\IO\IOInterface;
use Composer\Plugin\PluginInterface;

/** Stands in the project's lock as the real plugin does, and changes nothing. */
final class Plugin implements PluginInterface
{
    public function activate(Composer $composer, IOInterface $io): void
    {
    }

    public function deactivate(Composer $composer, IOInterface $io): void
    {
    }

    public function uninstall(Composer $composer, IOInterface $io): void
    {
    }
}
