redress check --format json
