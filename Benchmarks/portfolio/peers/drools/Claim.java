import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The facts of a claim and what the rules awarded; money in units. */
public final class Claim {
    static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final BigDecimal DEDUCTIBLE = new BigDecimal("50.00");
    private static final ObjectMapper JSON =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public static final class Loss {
        public int index, days;
        public String type;
        public BigDecimal value, repairCost, penaltyPercent;
        public boolean reship, purposeStated;

        boolean is(String name) {
            return type.equals(name);
        }
    }

    public static final class Award {
        public int index;
        public String decision, reason;
        public BigDecimal cash, inKind;
    }

    public static final class Totals {
        public BigDecimal cash, limit;
        public boolean capped;
    }

    public long id;
    public BigDecimal share, freight;
    public final List<Loss> losses = new ArrayList<>();
    public final List<Award> awards = new ArrayList<>();
    public boolean capped;

    static Claim parse(String line) throws IOException {
        JsonNode node = JSON.readTree(line);
        Claim claim = new Claim();
        claim.id = node.get("id").asLong();
        claim.share = node.get("share").decimalValue();
        claim.freight = node.get("freight").decimalValue();
        for (JsonNode part : node.get("lines")) {
            Loss loss = new Loss();
            loss.index = claim.losses.size();
            loss.type = part.get("type").asText();
            loss.value = part.get("value").decimalValue();
            if (part.has("repair_cost")) loss.repairCost = part.get("repair_cost").decimalValue();
            if (part.has("penalty_percent")) loss.penaltyPercent = part.get("penalty_percent").decimalValue();
            loss.reship = part.path("reship").asBoolean();
            loss.purposeStated = part.path("purpose_stated").asBoolean();
            loss.days = part.path("days").asInt();
            claim.losses.add(loss);
        }
        return claim;
    }

    /** The proposal, once the rules have run. */
    String proposal() {
        Award[] ordered = new Award[losses.size()];
        BigDecimal inKind = ZERO, cash = ZERO;
        for (Award award : awards) {
            ordered[award.index] = award;
            cash = cash.add(award.cash);
            inKind = inKind.add(award.inKind);
        }
        StringBuilder out = new StringBuilder(256);
        out.append("{\"id\":").append(id).append(",\"lines\":[");
        for (int i = 0; i < ordered.length; i++) {
            if (i > 0) out.append(',');
            Award award = ordered[i];
            out.append("{\"type\":\"").append(losses.get(i).type).append("\",\"decision\":\"").append(award.decision)
                .append("\",\"cash\":").append(award.cash.toPlainString()).append(",\"in_kind\":")
                .append(award.inKind.toPlainString()).append(",\"reason\":\"").append(award.reason).append("\"}");
        }
        BigDecimal deductible = cash.min(DEDUCTIBLE);
        return out.append("],\"capped\":").append(capped).append(",\"deductible\":").append(deductible)
            .append(",\"cash_total\":").append(cash.subtract(deductible)).append(",\"in_kind_total\":").append(inKind)
            .append('}').toString();
    }
}
