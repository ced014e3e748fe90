<?php

declare(strict_types=1);

namespace Sandbox\Marshaling;

use Composer\Composer;
use Composer\Package\PackageInterface;

/** What the root package's `extra` and the environment say about marshaling. */
final class Settings
{
    public const TYPE_ROOTS = [
        'magento2-module' => '/app/code/',
        'magento2-theme' => '/app/design/',
        'magento2-library' => '/lib/internal/',
        'magento2-language' => '/app/i18n/',
        'magento2-component' => './',
    ];

    /** @var array<string, mixed> */
    private $extra;

    /** @var string */
    private $vendorDirectory;

    public function __construct(Composer $composer)
    {
        $this->extra = $composer->getPackage()->getExtra();
        $this->vendorDirectory = (string) $composer->getConfig()->get('vendor-dir');
    }

    public function rootDirectory(): string
    {
        $root = rtrim((string) ($this->extra['magento-root-dir'] ?? '.'), '/');

        return $root === '' || $root[0] !== '/' ? getcwd() . '/' . $root : $root;
    }

    public function vendorPath(): string
    {
        $root = getcwd() . '/';

        return strpos($this->vendorDirectory, $root) === 0 ? substr($this->vendorDirectory, strlen($root)) : $this->vendorDirectory;
    }

    public function overwrites(): bool
    {
        return (bool) ($this->extra['magento-force'] ?? false);
    }

    /** Where the platform builds, files are not copied unless the project asks for it. */
    public function copies(PackageInterface $package): bool
    {
        $strategy = $this->extra['magento-deploystrategy'] ?? (getenv('MAGENTO_CLOUD_PROJECT') ? 'none' : 'copy');
        $strategy = $this->extra['magento-deploystrategy-overwrite'][$package->getName()] ?? $strategy;

        return $strategy !== 'none';
    }

    public function priority(PackageInterface $package): int
    {
        $priorities = $this->extra['magento-deploy-sort-priority'] ?? [];

        return (int) ($priorities[$package->getName()] ?? ($package->getName() === 'magento/magento2-base' ? 1000 : 100));
    }

    /** Where destinations of a package lie: each type has a root of its own. */
    public function typeRoot(PackageInterface $package): string
    {
        return self::TYPE_ROOTS[$package->getType()];
    }

    /** @return string[] Paths that this package must leave alone. */
    public function ignoredPaths(PackageInterface $package): array
    {
        $ignored = array_change_key_case($this->extra['magento-deploy-ignore'] ?? []);

        return array_merge($ignored['*'] ?? [], $ignored[$package->getName()] ?? []);
    }
}
