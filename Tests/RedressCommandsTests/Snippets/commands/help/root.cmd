redress --help
