# Serves the folder "site" to this computer alone, with what Windows brings along. Close the window to stop it.
$ErrorActionPreference = 'Stop'
$site = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../site'))
$types = @{
  '.html' = 'text/html; charset=utf-8'; '.js' = 'text/javascript; charset=utf-8'
  '.css' = 'text/css; charset=utf-8'; '.json' = 'application/json'; '.svg' = 'image/svg+xml'
  '.png' = 'image/png'; '.jpg' = 'image/jpeg'; '.woff2' = 'font/woff2'
  '.wasm' = 'application/wasm'; '.zip' = 'application/zip'
}

# Under the name localhost anyone may listen; other names would need an administrator.
$listener = $null
foreach ($port in 4173..4182) {
  try {
    $candidate = New-Object System.Net.HttpListener
    $candidate.Prefixes.Add("http://localhost:$port/")
    $candidate.Start()
    $listener = $candidate
    break
  } catch { }
}
if ($null -eq $listener) {
  Write-Host 'No port between 4173 and 4182 is free, or this computer does not allow a web server.'
  exit 1
}
$url = "http://localhost:$port/"
Write-Host "The chapter is at $url"
Write-Host 'Keep this window open while you read; close it to stop.'
if (-not $env:NO_BROWSER) { Start-Process $url }

while ($listener.IsListening) {
  $context = $listener.GetContext()
  $response = $context.Response
  try {
    $address = $context.Request.Url.AbsolutePath
    $name = [Uri]::UnescapeDataString($address).TrimStart('/')
    $file = [IO.Path]::GetFullPath((Join-Path $site $name))
    $inside = ($file.TrimEnd('\', '/') + [IO.Path]::DirectorySeparatorChar).StartsWith($site + [IO.Path]::DirectorySeparatorChar)
    if ($inside -and [IO.Directory]::Exists($file)) {
      if (-not $address.EndsWith('/')) {
        $response.Redirect($address + '/' + $context.Request.Url.Query)
        continue
      }
      $file = Join-Path $file 'index.html'
    }
    if (-not ($inside -and [IO.File]::Exists($file))) {
      $response.StatusCode = 404
      $file = Join-Path $site '404.html'
    }
    $type = $types[[IO.Path]::GetExtension($file).ToLowerInvariant()]
    if (-not $type) { $type = 'application/octet-stream' }
    $bytes = [IO.File]::ReadAllBytes($file)
    $response.ContentType = $type
    $response.Headers.Add('Cache-Control', 'no-cache')
    # With these a page may compute on several threads.
    $response.Headers.Add('Cross-Origin-Opener-Policy', 'same-origin')
    $response.Headers.Add('Cross-Origin-Embedder-Policy', 'require-corp')
    $response.Headers.Add('Cross-Origin-Resource-Policy', 'cross-origin')
    $response.ContentLength64 = $bytes.Length
    if ($context.Request.HttpMethod -ne 'HEAD') { $response.OutputStream.Write($bytes, 0, $bytes.Length) }
  } catch {
    # The browser has left; the next request goes on.
  } finally {
    try { $response.Close() } catch { }
  }
}
