redress quote --help
