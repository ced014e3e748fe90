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
        return isset(Settings::TYPE_ROOTS[$packageType]);
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
        $this->withTree($package, static function (Tree $tree, string $source, string $destination): void {
            $tree->copy($source, $destination);
        });
    }

    /** Removes what the package's own copy in vendor/ says it has put into the project. */
    private function clean(PackageInterface $package): void
    {
        $this->withTree($package, static function (Tree $tree, string $source, string $destination): void {
            $tree->clean($source, $destination);
        });
    }

    /** A problem ends the rest of this package, and only the loudest level says so. */
    private function withTree(PackageInterface $package, callable $task): void
    {
        $map = $package->getExtra()['map'] ?? [];
        if ($map === []) {
            return;
        }
        $tree = new Tree(
            $this->getInstallPath($package),
            $this->settings->rootDirectory(),
            $this->settings->ignoredPaths($package),
            $this->settings->overwrites()
        );
        try {
            foreach ($map as [$source, $destination]) {
                $task($tree, $source, $this->settings->typeRoot($package) . $destination);
            }
        } catch (\RuntimeException $problem) {
            $this->io->writeError($problem->getMessage(), true, IOInterface::DEBUG);
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
