cd /
redress test
