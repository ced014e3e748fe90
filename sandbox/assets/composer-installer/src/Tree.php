<?php

declare(strict_types=1);

namespace Sandbox\Marshaling;

/**
 * What marshaling does with the files of one package. Destinations are relative to the project, as the map has them
 * behind the root of the package's type. Each call throws a RuntimeException at the first thing that it cannot do.
 */
final class Tree
{
    /** @var string */
    private $package;

    /** @var string */
    private $project;

    /** @var string[] */
    private $ignored;

    /** @var bool */
    private $overwrite;

    /** @var array{string, string} The entry at work; a folder under another name than its source counts as below it. */
    private $entry = ['', ''];

    /** @param string[] $ignored */
    public function __construct(string $package, string $project, array $ignored, bool $overwrite)
    {
        $this->package = $package;
        $this->project = $project;
        $this->ignored = $ignored;
        $this->overwrite = $overwrite;
    }

    public function copy(string $source, string $destination): void
    {
        $this->entry = [$source, $destination];
        $this->place($source, $destination);
    }

    /** Removes exactly the files that the source holds, those with a leading dot too, then the folders left empty. */
    public function clean(string $source, string $destination): void
    {
        if ($this->ignores($destination)) {
            return;
        }
        $from = $this->package . '/' . self::trim($source);
        $to = $this->project . '/' . $destination;
        if (is_dir($from) || !file_exists($from)) {
            $pattern = preg_replace('#/\*$#', '/{,.}*', is_dir($from) ? "$from/*" : $from);
            foreach (self::matches($pattern, GLOB_BRACE) as $match) {
                if (!in_array(basename($match), ['.', '..'], true)) {
                    $below = ltrim($destination . '/' . basename($match), ' \\/');
                    $this->clean(substr($match, strlen($this->package) + 1), $below);
                }
            }
            @rmdir($to);

            return;
        }
        self::remove(basename($from) === basename($to) ? $to : $to . '/' . basename($from));
    }

    public static function remove(string $path): void
    {
        if (is_dir($path) && !is_link($path)) {
            foreach (self::children($path) as $child) {
                self::remove($path . '/' . $child);
            }
            rmdir($path);
        } else {
            @unlink($path);
        }
    }

    private function place(string $source, string $destination): void
    {
        if ($this->ignores($destination)) {
            return;
        }
        $from = $this->package . '/' . self::trim($source);
        if (substr($destination, -1) === '/' && !is_dir($from)) {
            self::makeFolder($this->project . '/' . $destination);
        }
        if (file_exists($from)) {
            $this->placeExisting($source, $destination);

            return;
        }
        // A wildcard takes no name that begins with a dot.
        foreach (self::matches($from) as $match) {
            $below = ltrim($destination . '/' . basename($match), ' \\/');
            $this->place(substr($match, strlen($this->package) + 1), $below);
        }
    }

    private function placeExisting(string $source, string $destination): void
    {
        [$source, $clean] = [self::trim($source), self::trim($destination)];
        $to = $this->project . '/' . $clean;
        self::makeFolder(dirname($to));
        if (!is_dir($to)) {
            $this->put($this->package . '/' . $source, $to);
        } elseif ($this->isSamePlace($source, $clean)) {
            foreach (self::children($this->package . '/' . $source) as $child) {
                $this->place($source . '/' . $child, $clean . '/' . $child);
            }
        } else {
            $this->place($source, $clean . '/' . basename($source));
        }
    }

    /**
     * Whether a folder that is there already is the counterpart of the source, whose contents then go into it. The
     * plugin compares what follows the entry in both paths: another name, or a slash too many, and it is not.
     */
    private function isSamePlace(string $source, string $destination): bool
    {
        [$entrySource, $entryDestination] = array_map([self::class, 'trim'], $this->entry);
        $path = $destination;
        if ($entrySource === $source && $entryDestination === $destination) {
            $folder = $this->package . '/' . $source;
            if (basename($folder) !== basename($this->project . '/' . $destination)) {
                $path .= '/' . basename($source);
                $this->entry = [$entrySource, $path];
            }
        }
        $entrySource = rtrim($entrySource, '*');
        $rest = (string) substr($source, $entrySource === '' ? 0 : strlen($entrySource) + 1);

        return (string) substr($path, strlen($entryDestination) + 1) === $rest;
    }

    private function put(string $from, string $to): void
    {
        if (is_dir($from)) {
            self::makeFolder($to);
            foreach (self::children($from) as $child) {
                $this->put($from . '/' . $child, $to . '/' . $child);
            }

            return;
        }
        if (file_exists($to)) {
            if (!$this->overwrite) {
                throw new \RuntimeException("Target $to already exists (set extra.magento-force to overwrite)");
            }
            unlink($to);
        }
        if (!copy($from, $to)) {
            throw new \RuntimeException("Cannot copy $from to $to");
        }
    }

    /** The test is a prefix test the wrong way round: ignoring /bin/magento-docker also ignores /bin/magento. */
    private function ignores(string $destination): bool
    {
        $path = str_replace('//', '/', str_replace('/./', '/', '/' . $destination));
        foreach ($this->ignored as $entry) {
            if (strpos($entry, $path) === 0) {
                return true;
            }
        }

        return false;
    }

    /** @return string[] */
    private static function matches(string $pattern, int $flags = 0): array
    {
        $matches = glob($pattern, $flags) ?: [];
        if ($matches === []) {
            throw new \RuntimeException("Source $pattern does not exist");
        }

        return $matches;
    }

    private static function makeFolder(string $folder): void
    {
        if (!is_dir($folder) && !@mkdir($folder, 0777, true)) {
            throw new \RuntimeException('Cannot create ' . $folder);
        }
    }

    private static function trim(string $path): string
    {
        return rtrim($path, ' \\/');
    }

    /** @return string[] */
    private static function children(string $folder): array
    {
        return array_values(array_diff(scandir($folder) ?: [], ['.', '..']));
    }
}
