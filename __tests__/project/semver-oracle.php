<?php

// Reads a JSON list of versions from stdin; prints, for all pairs, how composer/semver orders them.
$autoload = '/usr/share/php/Composer/Semver/autoload.php';
require is_file($autoload) ? $autoload : 'phar://' . $argv[1] . '/vendor/autoload.php';

$parser = new Composer\Semver\VersionParser();
$versions = array_map([$parser, 'normalize'], json_decode(stream_get_contents(STDIN), true));
foreach ($versions as $a) {
    foreach ($versions as $b) {
        echo Composer\Semver\Comparator::lessThan($a, $b) ? '<' : (Composer\Semver\Comparator::greaterThan($a, $b) ? '>' : '=');
    }
    echo "\n";
}
