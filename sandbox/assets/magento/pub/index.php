<?php

declare(strict_types=1);

$root = dirname(__DIR__);
require_once $root . '/vendor/magento/magento2-base/sandbox/app.php';
$app = new SandboxApp($root);
$path = (string) parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH);

if ($app->maintenance()) {
    http_response_code(503);
    echo "<!doctype html>\n<title>Service Temporarily Unavailable</title>\n<h1>Service Temporarily Unavailable</h1>\n";
    return;
}

$message = null;
try {
    $lines = [];
    foreach ($app->outdated() as $module => [$database, $code]) {
        foreach (['schema', 'data'] as $kind) {
            $lines[] = "$module $kind: current version - $database, required version - $code";
        }
    }
    if ($app->ahead() !== []) {
        $message = 'Please update your modules: Run "composer install" from the Magento root directory.' . PHP_EOL
            . 'The following modules are outdated:' . PHP_EOL . implode(PHP_EOL, $app->ahead());
    } elseif ($lines !== []) {
        $message = 'Please upgrade your database: Run "bin/magento setup:upgrade" from the Magento root directory.' . PHP_EOL
            . 'The following modules are outdated:' . PHP_EOL . implode(PHP_EOL, $lines);
    } elseif ($app->fault() === 'storefront-500') {
        $message = 'Class "Acme\Example\Block\Header" does not exist';
    }
} catch (RuntimeException $exception) {
    $message = $exception->getMessage();
}

if ($message !== null) {
    $id = bin2hex(random_bytes(32));
    $folder = $root . '/var/report/' . substr($id, 0, 2);
    is_dir($folder) || mkdir($folder, 0770, true);
    $report = ['0' => $message, '1' => '#1 pub/index.php', 'url' => $path, 'script_name' => '/index.php', 'report_id' => $id];
    file_put_contents("$folder/$id", json_encode($report, JSON_UNESCAPED_SLASHES));
    http_response_code(500);
    echo "<!doctype html>\n<h1>There has been an error processing your request</h1>\n",
        "<p>Exception printing is disabled by default for security reasons.</p>\n",
        "<p>Error log record number: <strong>$id</strong></p>\n";
    return;
}

if (strpos($path, '/rest/') === 0 && strpos($path, '/rest/V1/store/storeConfigs') !== 0) {
    http_response_code(404);
    header('Content-Type: application/json');
    echo '{"message":"Request does not match any route."}', PHP_EOL;
    return;
}
if ($path === '/graphql' || strpos($path, '/rest/V1/store/storeConfigs') === 0) {
    header('Content-Type: application/json');
    $store = ['id' => 1, 'code' => 'default', 'locale' => 'en_US', 'base_currency_code' => 'USD'];
    echo json_encode($path === '/graphql' ? ['data' => ['storeConfig' => $store]] : [$store]), PHP_EOL;
    return;
}
$version = htmlspecialchars($app->version());
echo "<!doctype html>\n<html lang=\"en\">\n<head><title>Home page</title><meta name=\"version\" content=\"$version\"></head>\n",
    "<body><h1>Welcome</h1></body>\n</html>\n";
