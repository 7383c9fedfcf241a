import RedressCommands

await endProcess(with: runRedress())
