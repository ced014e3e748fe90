<?php

// Reads {"constraints": [...], "versions": [...]} from stdin; prints a row of 0 and 1 for each constraint.
$autoload = '/usr/share/php/Composer/Semver/autoload.php';
require is_file($autoload) ? $autoload : 'phar://' . $argv[1] . '/vendor/autoload.php';

$parser = new Composer\Semver\VersionParser();
$input = json_decode(stream_get_contents(STDIN), true);
foreach ($input['constraints'] as $text) {
    $constraint = $parser->parseConstraints($text);
    foreach ($input['versions'] as $version) {
        $found = new Composer\Semver\Constraint\Constraint('==', $parser->normalize($version));
        echo $constraint->matches($found) ? '1' : '0';
    }
    echo "\n";
}
