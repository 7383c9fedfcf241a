redress --version
