/* The rules of the portfolio in C over 64-bit cents: what answering them costs at least.
 *
 *     portfolio_limit answer FACTS COUNT    answers the first COUNT claims, NDJSON on standard output
 *     portfolio_limit time FACTS COUNT      one JSON object: microseconds of processor time a claim, evaluating only
 *
 * It trusts the facts it reads, and is no example of how to read facts. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { REPAIRABLE, DESTROYED, WRONG_ITEM, DELAY, CONSEQUENTIAL };
enum { PAID, IN_KIND, DENIED };
static const char *type_names[] = {"damage-repairable", "damage-destroyed", "wrong-item", "delay", "consequential"};
static const char *decision_names[] = {"paid", "in-kind", "denied"};
static const char *reasons[] = {
    "repair cost x carrier share", "repair costs more than the goods: value x carrier share",
    "destroyed goods reshipped in kind x carrier share", "value of destroyed goods x carrier share",
    "wrong item reshipped in kind, contract penalty in cash", "price of wrong item deducted plus contract penalty",
    "daily penalty 0.5% of value x carrier share", "daily penalty capped at 20% of value x carrier share",
    "purpose stated in contract: claimed loss x carrier share", "purpose of goods not stated in contract",
    "carrier bears no share of the cause"};

typedef struct { uint8_t type, flag; int32_t count; int64_t value, repair_cost; } Loss;
typedef struct { uint8_t decision, reason; int64_t cash, in_kind; } Award;
typedef struct { int64_t id, share, freight; int first, lines; } Claim;
typedef struct { int64_t deductible, cash, in_kind; uint8_t capped; } Totals;

static inline int64_t half_up(int64_t n, int64_t d) { return (2 * n + d) / (2 * d); }

static inline Award judge(const Loss *l, int64_t share) {
    if (l->type == WRONG_ITEM)
        return l->flag ? (Award){IN_KIND, 4, half_up(l->value * l->count, 100), l->value}
                       : (Award){PAID, 5, half_up(l->value * (100 + l->count), 100), 0};
    if (l->type == CONSEQUENTIAL && !l->flag) return (Award){DENIED, 9, 0, 0};
    if (share == 0) return (Award){DENIED, 10, 0, 0};
    switch (l->type) {
    case REPAIRABLE:
        return l->repair_cost > l->value ? (Award){PAID, 1, half_up(l->value * share, 100), 0}
                                         : (Award){PAID, 0, half_up(l->repair_cost * share, 100), 0};
    case DESTROYED:
        return l->flag ? (Award){IN_KIND, 2, 0, half_up(l->value * share, 100)}
                       : (Award){PAID, 3, half_up(l->value * share, 100), 0};
    case DELAY:
        return l->count > 40 ? (Award){PAID, 7, half_up(l->value * 20 * share, 10000), 0}
                             : (Award){PAID, 6, half_up(l->value * 5 * l->count * share, 100000), 0};
    default: return (Award){PAID, 8, half_up(l->value * share, 100), 0};
    }
}

static inline Totals settle(const Claim *c, const Loss *losses, Award *awards) {
    Totals t = {0};
    int64_t sum = 0, limit = c->freight * 3;
    for (int i = 0; i < c->lines; i++) {
        awards[i] = judge(&losses[i], c->share);
        sum += awards[i].cash;
        t.in_kind += awards[i].in_kind;
    }
    if (sum > limit) {
        int64_t reduced = 0;
        t.capped = 1;
        for (int i = 0; i < c->lines; i++) reduced += awards[i].cash = half_up(awards[i].cash * limit, sum);
        sum = reduced;
    }
    t.deductible = sum < 5000 ? sum : 5000;
    t.cash = sum - t.deductible;
    return t;
}

__attribute__((noinline)) static void evaluate(const Claim *claims, int n, const Loss *losses, Award *awards,
                                               Totals *totals) {
    for (int i = 0; i < n; i++) totals[i] = settle(&claims[i], losses + claims[i].first, awards + claims[i].first);
}

static const char *p; /* scanner position */
static inline int64_t number(int places) {
    int64_t v = 0;
    int after = -1;
    for (;; p++) {
        if (*p >= '0' && *p <= '9') { v = v * 10 + (*p - '0'); if (after >= 0) after++; }
        else if (*p == '.') after = 0;
        else break;
    }
    for (int k = after < 0 ? 0 : after; k < places; k++) v *= 10;
    return v;
}
static inline int key_is(const char *k, size_t len, const char *name) {
    return len == strlen(name) && memcmp(k, name, len) == 0;
}
static inline const char *string(size_t *len) {
    const char *s = ++p;
    while (*p != '"') p++;
    *len = p - s;
    p++;
    return s;
}
static void scan_loss(Loss *l) {
    *l = (Loss){0};
    p++;
    for (;;) {
        size_t len;
        const char *k = string(&len);
        p++;
        if (key_is(k, len, "type")) {
            const char *v = string(&len);
            for (int t = 0; t < 5; t++) if (key_is(v, len, type_names[t])) l->type = t;
        } else if (key_is(k, len, "value")) l->value = number(2);
        else if (key_is(k, len, "repair_cost")) l->repair_cost = number(2);
        else if (key_is(k, len, "penalty_percent") || key_is(k, len, "days")) l->count = number(0);
        else { l->flag = *p == 't'; p += l->flag ? 4 : 5; }
        if (*p++ == '}') return;
    }
}
/* The claim at the scanner's position; its losses come after the first `m`. */
static int scan_claim(Claim *c, Loss *losses, int m) {
    c->first = m;
    p++;
    for (;;) {
        size_t len;
        const char *k = string(&len);
        p++;
        if (key_is(k, len, "id")) c->id = number(0);
        else if (key_is(k, len, "share")) c->share = number(0);
        else if (key_is(k, len, "freight")) c->freight = number(2);
        else {
            p++;
            while (*p != ']') { scan_loss(&losses[m++]); if (*p == ',') p++; }
            c->lines = m - c->first;
            p++;
        }
        if (*p++ == '}') return m;
    }
}

static char *out;
static inline void text(const char *s) { size_t n = strlen(s); memcpy(out, s, n); out += n; }
static inline void integer(int64_t v) {
    char digits[20];
    int n = 0;
    do digits[n++] = '0' + v % 10; while (v /= 10);
    while (n) *out++ = digits[--n];
}
static inline void money(int64_t c) {
    integer(c / 100);
    *out++ = '.';
    *out++ = '0' + c % 100 / 10;
    *out++ = '0' + c % 10;
}
static void write_claim(const Claim *c, const Loss *l, const Award *a, const Totals *t) {
    text("{\"id\":"); integer(c->id); text(",\"lines\":[");
    for (int i = 0; i < c->lines; i++) {
        if (i) *out++ = ',';
        text("{\"type\":\""); text(type_names[l[i].type]); text("\",\"decision\":\"");
        text(decision_names[a[i].decision]);
        text("\",\"cash\":"); money(a[i].cash); text(",\"in_kind\":"); money(a[i].in_kind);
        text(",\"reason\":\""); text(reasons[a[i].reason]); text("\"}");
    }
    text("],\"capped\":"); text(t->capped ? "true" : "false"); text(",\"deductible\":"); money(t->deductible);
    text(",\"cash_total\":"); money(t->cash); text(",\"in_kind_total\":"); money(t->in_kind); text("}\n");
}

/* No claim of the workload comes near this many losses, nor a proposal near so many bytes. */
enum { MOST_LOSSES = 64, MOST_BYTES = 1 << 15, FLUSHED_AT = 1 << 16 };

static int answer(FILE *file, int count) {
    static char buffer[FLUSHED_AT + MOST_BYTES];
    static Loss losses[MOST_LOSSES];
    static Award awards[MOST_LOSSES];
    char *line = NULL;
    size_t room = 0;
    out = buffer;
    for (int i = 0; i < count && getline(&line, &room, file) > 0; i++) {
        Claim claim = {0};
        p = line;
        scan_claim(&claim, losses, 0);
        Totals totals = settle(&claim, losses, awards);
        write_claim(&claim, losses, awards, &totals);
        if (out - buffer >= FLUSHED_AT) {
            if (fwrite(buffer, 1, out - buffer, stdout) != (size_t)(out - buffer)) return 1;
            out = buffer;
        }
    }
    return fwrite(buffer, 1, out - buffer, stdout) != (size_t)(out - buffer);
}

static double microseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int time_evaluation(FILE *file, int count) {
    Claim *claims = calloc(count, sizeof(Claim));
    Loss *losses = calloc((size_t)count * 8 + MOST_LOSSES, sizeof(Loss));
    Award *awards = calloc((size_t)count * 8 + MOST_LOSSES, sizeof(Award));
    Totals *totals = calloc(count, sizeof(Totals));
    if (!claims || !losses || !awards || !totals) return 1;
    char *line = NULL;
    size_t room = 0;
    int n = 0, m = 0;
    for (; n < count && getline(&line, &room, file) > 0; n++) {
        p = line;
        m = scan_claim(&claims[n], losses, m);
    }
    if (n == 0) return 1;
    evaluate(claims, n, losses, awards, totals);
    /* The clock is coarser than one pass of a small number of claims. */
    int passes = n < 2000000 ? 2000000 / n : 1;
    double started = microseconds();
    for (int pass = 0; pass < passes; pass++) evaluate(claims, n, losses, awards, totals);
    printf("{\"evaluate_us\":%.6f}\n", (microseconds() - started) / passes / n);
    return 0;
}

int main(int argc, char **argv) {
    FILE *file = argc == 4 ? fopen(argv[2], "rb") : NULL;
    int count = argc == 4 ? atoi(argv[3]) : 0;
    if (!file || count < 1) {
        fprintf(stderr, "portfolio_limit answer|time FACTS COUNT\n");
        return 64;
    }
    return strcmp(argv[1], "time") == 0 ? time_evaluation(file, count) : answer(file, count);
}
