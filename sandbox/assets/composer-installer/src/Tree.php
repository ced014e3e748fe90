<?php

declare(strict_types=1);

namespace Sandbox\Marshaling;

/** File operations of marshaling. Each throws a RuntimeException at the first thing that it cannot do. */
final class Tree
{
    public static function copy(string $source, string $destination, bool $overwrite): void
    {
        if (file_exists($source)) {
            self::merge($source, $destination, $overwrite);

            return;
        }
        $matches = glob($source) ?: [];
        if ($matches === []) {
            throw new \RuntimeException("Source $source does not exist");
        }
        foreach ($matches as $match) {
            self::merge($match, $destination . '/' . basename($match), $overwrite);
        }
    }

    /** Removes exactly the files that the source holds, then the folders that this left empty. */
    public static function clean(string $source, string $destination): void
    {
        if (!file_exists($source)) {
            foreach (glob($source) ?: [] as $match) {
                self::clean($match, $destination . '/' . basename($match));
            }

            return;
        }
        if (is_dir($source)) {
            foreach (self::children($source) as $child) {
                self::clean($source . '/' . $child, $destination . '/' . $child);
            }
        } elseif (is_file($destination) && !@unlink($destination)) {
            throw new \RuntimeException("Cannot remove $destination");
        }
        self::removeEmpty(is_dir($source) ? $destination : dirname($destination));
    }

    public static function remove(string $path): void
    {
        if (is_dir($path) && !is_link($path)) {
            foreach (self::children($path) as $child) {
                self::remove($path . '/' . $child);
            }
            rmdir($path);
        } else {
            unlink($path);
        }
    }

    private static function merge(string $source, string $destination, bool $overwrite): void
    {
        if (is_dir($source)) {
            foreach (self::children($source) as $child) {
                self::merge($source . '/' . $child, $destination . '/' . $child, $overwrite);
            }

            return;
        }
        if (is_dir($destination)) {
            $destination .= '/' . basename($source);
        }
        if (file_exists($destination)) {
            if (!$overwrite) {
                throw new \RuntimeException("Target $destination already exists (set extra.magento-force to overwrite)");
            }
            unlink($destination);
        }
        if (!is_dir(dirname($destination)) && !@mkdir(dirname($destination), 0777, true)) {
            throw new \RuntimeException('Cannot create ' . dirname($destination));
        }
        if (!copy($source, $destination)) {
            throw new \RuntimeException("Cannot copy $source to $destination");
        }
    }

    private static function removeEmpty(string $folder): void
    {
        while (is_dir($folder) && self::children($folder) === [] && realpath($folder) !== getcwd()) {
            if (!@rmdir($folder)) {
                return;
            }
            $folder = dirname($folder);
        }
    }

    /** @return string[] */
    private static function children(string $folder): array
    {
        return array_values(array_diff(scandir($folder) ?: [], ['.', '..']));
    }
}
