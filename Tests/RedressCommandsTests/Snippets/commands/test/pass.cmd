redress test
