@echo off
rem Starts the chapter on this computer. Close this window to stop it.
title Skip Connections
powershell.exe -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0server\serve.ps1"
if errorlevel 1 (
  echo.
  echo The chapter could not be started. README.txt says what else you can do.
  pause
)
