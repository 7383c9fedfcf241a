import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Runs Drools, a session for each claim.
 *
 * <pre>
 * DroolsPeer answer FACTS COUNT    answers the first COUNT claims, NDJSON on standard output
 * DroolsPeer time FACTS COUNT      one JSON object: microseconds of processor time a claim
 * </pre>
 */
final class DroolsPeer {
    /** So many passes over the claims go by until the compiler of the machine has settled. */
    private static final int WARMING_UP = 4;

    private interface Work {
        void run() throws IOException;
    }

    private static void evaluate(KieBase rules, Claim claim) {
        claim.awards.clear();
        KieSession session = rules.newKieSession();
        session.insert(claim);
        for (Claim.Loss loss : claim.losses) session.insert(loss);
        session.fireAllRules();
        session.dispose();
    }

    private static String answer(KieBase rules, String line) throws IOException {
        Claim claim = Claim.parse(line);
        evaluate(rules, claim);
        return claim.proposal();
    }

    /** Nanoseconds of the process: what compiles and collects on other threads is part of it. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    }

    private static double microseconds(int count, Work work) throws IOException {
        long started = processorTime();
        work.run();
        return (processorTime() - started) / 1000.0 / count;
    }

    private static void time(KieBase rules, BufferedReader reader, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line; lines.size() < count && (line = reader.readLine()) != null;) lines.add(line);
        List<Claim> claims = new ArrayList<>();
        for (String line : lines) claims.add(Claim.parse(line));
        Work evaluating = () -> {
            for (Claim claim : claims) evaluate(rules, claim);
        };
        Work answering = () -> {
            for (String line : lines) answer(rules, line);
        };
        for (int pass = 0; pass < WARMING_UP; pass++) evaluating.run();
        answering.run();
        System.out.printf(Locale.ROOT, "{\"evaluate_us\":%.4f,\"json_us\":%.4f}%n",
            microseconds(lines.size(), evaluating), microseconds(lines.size(), answering));
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[2]);
        KieBase rules = PortfolioRules.make();
        try (BufferedReader reader = Files.newBufferedReader(Path.of(arguments[1]))) {
            if (arguments[0].equals("time")) {
                time(rules, reader, count);
                return;
            }
            PrintWriter out = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
            String line;
            for (int done = 0; done < count && (line = reader.readLine()) != null; done++) {
                out.println(answer(rules, line));
            }
            out.flush();
        }
    }
}
