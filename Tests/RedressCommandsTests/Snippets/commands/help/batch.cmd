redress batch --help
