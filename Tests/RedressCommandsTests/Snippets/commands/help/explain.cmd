redress explain --help
