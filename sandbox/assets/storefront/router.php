<?php

declare(strict_types=1);

// The release behind the link changes with a deployment: it is resolved for each request.
$root = realpath((string) getenv('SANDBOX_APP_ROOT'));
if ($root === false) {
    http_response_code(503);
    echo 'Nothing is deployed yet.';
    return true;
}
chdir($root);
require $root . '/pub/index.php';
return true;
