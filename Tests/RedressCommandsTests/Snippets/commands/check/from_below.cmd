cd fixtures
redress check
