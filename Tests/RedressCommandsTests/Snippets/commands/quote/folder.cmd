redress quote fixtures
