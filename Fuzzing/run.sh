#!/bin/sh
# Fuzzes one entry for some seconds, or runs inputs through it again:
#   Fuzzing/run.sh rules|case|json|facts SECONDS [libFuzzer options]
#   Fuzzing/run.sh rules|case|json|facts replay FILE...
# Inputs that end the process or break a promise are left in .build-fuzz/found/ENTRY; the grown corpus is kept in
# .build-fuzz/corpus/ENTRY, so that the next run goes on from there.
set -eu

usage() {
  sed -n '2,4s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

[ $# -ge 2 ] || usage
entry=$1
seconds=$2
shift 2

cd "$(dirname "$0")/.."
case $entry in
  rules) seeds="Fuzzing/corpus/rules rules" longest=16384 ;;
  case) seeds="Fuzzing/corpus/case fixtures" longest=8192 ;;
  json) seeds="Fuzzing/corpus/json" longest=8192 ;;
  facts) seeds="Fuzzing/corpus/facts" longest=600 ;;
  *) usage ;;
esac

toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
runtime=$(find "$toolchain/lib" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" 2>/dev/null | head -n 1)
if [ -z "$runtime" ]; then
  echo "no libFuzzer runtime (libclang_rt.fuzzer_no_main) below $toolchain/lib" >&2
  exit 2
fi

# Optimized, but with assertions: a parser that stands still is found at once.
scratch=.build-fuzz
FUZZ=1 FUZZER_RUNTIME=$runtime swift build -c release -Xswiftc -assert-config -Xswiftc Debug \
  --scratch-path $scratch/build --product redress-fuzz

# Swift's own backtraces would keep libFuzzer from seeing the crash and keeping its input.
export SWIFT_BACKTRACE=enable=no REDRESS_FUZZ_ENTRY="$entry" REDRESS_FUZZ_RULES=rules
fuzzer=$scratch/build/release/redress-fuzz
if [ "$seconds" = replay ]; then exec $fuzzer -timeout=10 -rss_limit_mb=2048 "$@"; fi

mkdir -p "$scratch/corpus/$entry" "$scratch/found/$entry"
# shellcheck disable=SC2086  # the seeds are several folders
exec $fuzzer -max_total_time="$seconds" -max_len=$longest -timeout=10 -rss_limit_mb=2048 -use_value_profile=1 \
  -dict=Fuzzing/redress.dict -artifact_prefix="$scratch/found/$entry/" -print_final_stats=1 "$@" \
  "$scratch/corpus/$entry" $seeds
