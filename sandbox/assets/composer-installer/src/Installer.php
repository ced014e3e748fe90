<?php

declare(strict_types=1);

namespace Sandbox\Marshaling;

use Composer\Composer;
use Composer\Installer\LibraryInstaller;
use Composer\IO\IOInterface;
use Composer\Package\PackageInterface;
use Composer\Repository\InstalledRepositoryInterface;
use React\Promise\PromiseInterface;

/** Installs Magento packages, and keeps account of which of them have files to copy. */
final class Installer extends LibraryInstaller
{
    private const TYPES = ['magento2-module', 'magento2-theme', 'magento2-library', 'magento2-language', 'magento2-component'];

    /** @var Settings */
    private $settings;

    /** @var PackageInterface[] */
    private $queue = [];

    public function __construct(IOInterface $io, Composer $composer, Settings $settings)
    {
        parent::__construct($io, $composer);
        $this->settings = $settings;
    }

    public function supports($packageType): bool
    {
        return in_array($packageType, self::TYPES, true);
    }

    public function install(InstalledRepositoryInterface $repo, PackageInterface $package)
    {
        return $this->after(parent::install($repo, $package), function () use ($package): void {
            $this->queue[] = $package;
        });
    }

    public function update(InstalledRepositoryInterface $repo, PackageInterface $initial, PackageInterface $target)
    {
        $this->clean($initial);

        return $this->after(parent::update($repo, $initial, $target), function () use ($target): void {
            $this->queue[] = $target;
        });
    }

    public function uninstall(InstalledRepositoryInterface $repo, PackageInterface $package)
    {
        $this->clean($package);

        return parent::uninstall($repo, $package);
    }

    public function copyQueued(): void
    {
        $order = array_keys($this->queue);
        usort($order, function (int $left, int $right): int {
            $byPriority = $this->settings->priority($this->queue[$right]) <=> $this->settings->priority($this->queue[$left]);

            return $byPriority !== 0 ? $byPriority : $left <=> $right;
        });
        $packages = $this->queue;
        $this->queue = [];
        foreach ($order as $index) {
            $this->copy($packages[$index]);
        }
    }

    private function copy(PackageInterface $package): void
    {
        if (!$this->settings->copies($package)) {
            return;
        }
        try {
            foreach ($this->map($package) as [$source, $destination]) {
                Tree::copy($source, $destination, $this->settings->overwrites());
            }
        } catch (\RuntimeException $problem) {
            // The rest of this package is left out, and only the loudest level says so.
            $this->io->writeError($problem->getMessage(), true, IOInterface::DEBUG);
        }
    }

    /** Removes what the package's own copy in vendor/ says it has put into the project. */
    private function clean(PackageInterface $package): void
    {
        try {
            foreach ($this->map($package) as [$source, $destination]) {
                Tree::clean($source, $destination);
            }
        } catch (\RuntimeException $problem) {
            $this->io->writeError($problem->getMessage(), true, IOInterface::DEBUG);
        }
    }

    /** @return iterable<array{string, string}> */
    private function map(PackageInterface $package): iterable
    {
        foreach ($package->getExtra()['map'] ?? [] as [$source, $destination]) {
            if (!$this->settings->ignores($package, $destination)) {
                yield [
                    $this->getInstallPath($package) . '/' . trim($source, '/'),
                    $this->settings->rootDirectory() . '/' . trim($destination, '/'),
                ];
            }
        }
    }

    private function after($promise, callable $task)
    {
        if ($promise instanceof PromiseInterface) {
            return $promise->then($task);
        }
        $task();

        return null;
    }
}
