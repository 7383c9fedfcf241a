redress check --rules fixtures
