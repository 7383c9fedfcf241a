"""The table, and the raw figures."""
import json
import os
import platform
import tempfile
from datetime import datetime, timezone
from pathlib import Path


def machine():
    cores = os.cpu_count()
    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]
    return f"{platform.system()} {platform.machine()}, {cores} cores, {names[0] if names else 'unknown processor'}"


def date():
    return datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")


def shown_ratio(ratio):
    if ratio is None:
        return ""
    return f"×{ratio:.2f}" if ratio < 10 else f"×{ratio:,.0f}"


def shown_memory(kilobytes):
    return "" if kilobytes is None else f"{kilobytes / 1024:,.0f} MiB"


def shown_time(milliseconds):
    if milliseconds is None:
        return ""
    return f"{milliseconds:.1f} ms" if milliseconds < 100 else f"{milliseconds:,.0f} ms"


def ordered(rows, base):
    """What is written by hand and Redress first, then the peers, the quickest first, then those without figures."""
    def place(row):
        group = 0 if row.name in ("c", "swift") else 1 if row.name.startswith("redress") else 2
        ratio = row.ratio("json", base) or row.ratio("evaluate", base)
        return (group, not row.is_fine, ratio if ratio is not None and group != 1 else 0)
    return sorted(rows, key=place)


def table(rows, base):
    lines = ["| | evaluate | JSON → JSON | peak memory | cold start | why, for each line | claims checked |",
             "| --- | --- | --- | --- | --- | --- | --- |"]
    for row in ordered(rows, base):
        title = f"**{row.title}**" if row.name.startswith("redress") else row.title
        if not row.is_fine:
            lines.append(f"| {title} | {row.status.replace('|', '/')} | | | | | |")
            continue
        cells = [title, shown_ratio(row.ratio("evaluate", base)), shown_ratio(row.ratio("json", base)),
                 shown_memory(row.peak_memory), shown_time(row.middle("cold_start")), row.reasons,
                 f"{row.claims:,}" if row.claims else ""]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def ahead(rows, base):
    """Who is quicker than Redress, in which respect."""
    lines = []
    for kind, name, rival in [("evaluate", "evaluating", "redress-evaluation"),
                              ("json", "JSON → JSON", "redress-codes"), ("cold_start", "cold start", "redress-codes")]:
        mine = next((row for row in rows if row.name == rival and row.is_fine), None)
        own = mine and mine.middle(kind)
        if own is None:
            continue
        quicker = [row.title for row in ordered(rows, base)
                   if row.is_fine and not row.name.startswith("redress") and (row.middle(kind) or own) < own]
        lines.append(f"Ahead of Redress, {name}: {'; '.join(quicker) if quicker else 'nobody'}.")
    return "\n".join(lines)


def write_whole(path, figures):
    """All of it or nothing: what stood there stays until the new file is complete."""
    path = path.resolve()
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w") as stream:
            json.dump(figures, stream, indent=2, ensure_ascii=False)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
