#!/usr/bin/env bash
# Quotes a data set on a local cluster of two workers, and compares the outcome with a plain batch.
#
#   examples/spark/run.sh [cases] [folder]
#
# Needs Java and Python, and installs PySpark into the folder. An executable other than the one it builds: REDRESS=path.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
cases="${1:-40000}"
work="${2:-$root/.build/spark}"
mkdir -p "$work"
work="$(cd "$work" && pwd)"

if [ -z "${REDRESS:-}" ]; then
  swift build --package-path "$root" -c release --product redress
  REDRESS="$(swift build --package-path "$root" -c release --show-bin-path)/redress"
fi

python="$work/venv/bin/python"
if ! "$python" -c 'import pyspark' 2> /dev/null; then
  python3 -m venv "$work/venv"
  "$python" -m pip install --quiet -r "$here/requirements.txt"
fi
SPARK_HOME="$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')"
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$work/scratch"
export PYSPARK_PYTHON="$python" PYSPARK_DRIVER_PYTHON="$python"
submit() {
  local cluster="$1"
  shift
  "$SPARK_HOME/bin/spark-submit" --master "$cluster" --conf spark.ui.enabled=false --conf spark.log.level=WARN "$@"
}

rm -rf "$work/cases" "$work/data" "$work/quotes" "$work/scratch"
rules="$root/Benchmarks/portfolio/rules"
python3 "$root/Benchmarks/portfolio/generate_cases.py" --cases "$cases" --output "$work/cases"
submit 'local[2]' "$here/prepare_cases.py" --cases "$work/cases/cases.ndjson" --damaged "$work/damaged.ndjson" \
  --output "$work/data"

echo "== A plain batch"
status=0
time "$REDRESS" batch portfolio --rules "$rules" --summary < "$work/damaged.ndjson" > "$work/plain.ndjson" || status=$?
[ "$status" -le 1 ]

echo "== Two workers with a core each"
time (cd "$work" && submit 'local-cluster[2,1,1024]' "$here/quote_portfolio.py" --input "$work/data" \
  --output "$work/quotes" --redress "$REDRESS" --rules "$rules" --policy portfolio)
ls "$work/quotes"

echo "== Compared"
submit 'local[2]' "$here/compare.py" --output "$work/quotes" --plain "$work/plain.ndjson"
