redress test --format json
