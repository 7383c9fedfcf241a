redress check --format xml
