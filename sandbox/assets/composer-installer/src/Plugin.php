<?php

declare(strict_types=1);

namespace Sandbox\Marshaling;

use Composer\Composer;
use Composer\EventDispatcher\EventSubscriberInterface;
use Composer\Installer\PackageEvent;
use Composer\Installer\PackageEvents;
use Composer\IO\IOInterface;
use Composer\DependencyResolver\Operation\UninstallOperation;
use Composer\Plugin\PluginInterface;
use Composer\Script\Event;
use Composer\Script\ScriptEvents;

/** Copies the mapped files of the base packages into the project when an install or an update ends. */
final class Plugin implements PluginInterface, EventSubscriberInterface
{
    /** @var Settings */
    private $settings;

    /** @var Installer */
    private $installer;

    public function activate(Composer $composer, IOInterface $io): void
    {
        $this->settings = new Settings($composer);
        $this->installer = new Installer($io, $composer, $this->settings);
        $composer->getInstallationManager()->addInstaller($this->installer);
    }

    public function deactivate(Composer $composer, IOInterface $io): void
    {
    }

    public function uninstall(Composer $composer, IOInterface $io): void
    {
    }

    public static function getSubscribedEvents(): array
    {
        return [
            ScriptEvents::POST_INSTALL_CMD => 'onNewCode',
            ScriptEvents::POST_UPDATE_CMD => 'onNewCode',
            PackageEvents::POST_PACKAGE_UNINSTALL => 'onUninstalled',
        ];
    }

    public function onNewCode(Event $event): void
    {
        $this->installer->copyQueued();
        $this->writeVendorPath();
        $this->requestRegeneration();
        $this->applyModes($event->getComposer(), $event->getIO());
    }

    /** Whatever package goes, folders that carry its name in the old in-project layout go with it. */
    public function onUninstalled(PackageEvent $event): void
    {
        $operation = $event->getOperation();
        if (!$operation instanceof UninstallOperation) {
            return;
        }
        [$vendor, $name] = explode('/', $operation->getPackage()->getPrettyName(), 2) + [1 => ''];
        $name = preg_replace('/^module-/', '', $name);
        $module = ucfirst($vendor) . '/' . str_replace(' ', '', ucwords(str_replace('-', ' ', $name)));
        foreach (['app/code', 'lib/internal'] as $parent) {
            $folder = $this->settings->rootDirectory() . '/' . $parent . '/' . $module;
            if (is_dir($folder)) {
                $event->getIO()->write('Removing ' . $module);
                Tree::remove($folder);
            }
        }
    }

    private function writeVendorPath(): void
    {
        // Without that folder Composer ends with the error of this very call.
        $path = './' . $this->settings->vendorPath();
        $file = $this->settings->rootDirectory() . '/app/etc/vendor_path.php';
        file_put_contents($file, "<?php\n\nreturn '$path';\n");
    }

    private function requestRegeneration(): void
    {
        $folder = $this->settings->rootDirectory() . '/var';
        if (is_dir($folder) && is_writable($folder)) {
            touch($folder . '/.regenerate');
        }
    }

    private function applyModes(Composer $composer, IOInterface $io): void
    {
        foreach ($composer->getRepositoryManager()->getLocalRepository()->getPackages() as $package) {
            foreach ($package->getExtra()['chmod'] ?? [] as $rule) {
                if (!isset($rule['path'], $rule['mask'])) {
                    continue;
                }
                $file = $this->settings->rootDirectory() . '/' . $rule['path'];
                if (file_exists($file)) {
                    chmod($file, octdec($rule['mask']));
                    continue;
                }
                $io->writeError('File doesn\'t exist: ' . $rule['path']);
                $io->writeError('Check "chmod" section in composer.json of ' . $package->getPrettyName() . ' package.');
            }
        }
    }
}
