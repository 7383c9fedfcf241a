redress test --help
