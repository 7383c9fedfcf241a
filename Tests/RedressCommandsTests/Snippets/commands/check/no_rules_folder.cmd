cd /
redress check
