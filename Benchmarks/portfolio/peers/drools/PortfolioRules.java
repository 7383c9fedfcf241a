import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.drools.model.Drools;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** The rules as an executable model, which Drools compiles its own language into. Salience is the precedence. */
final class PortfolioRules {
    interface Amount {
        BigDecimal of(Claim claim, Claim.Loss loss);
    }

    private static final Variable<Claim> CLAIM = declarationOf(Claim.class, "claim");
    private static final Variable<Claim.Loss> LOSS = declarationOf(Claim.Loss.class, "loss");
    private static final Variable<Claim.Award> AWARD = declarationOf(Claim.Award.class, "award");
    private static final Variable<Claim.Totals> TOTALS = declarationOf(Claim.Totals.class, "totals");

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).movePointLeft(2);
    }

    private static Rule judging(String name, int salience, Predicate1<Claim> ofClaim, Predicate1<Claim.Loss> ofLoss,
            String decision, Amount cash, Amount inKind, String reason) {
        return rule(name).attribute(Rule.Attribute.SALIENCE, salience).build(
            pattern(CLAIM).expr(name + "-claim", ofClaim),
            pattern(LOSS).expr(name + "-loss", ofLoss),
            on(CLAIM, LOSS).execute((Drools drools, Claim claim, Claim.Loss loss) -> {
                Claim.Award award = new Claim.Award();
                award.index = loss.index;
                award.decision = decision;
                award.cash = cents(cash.of(claim, loss));
                award.inKind = cents(inKind.of(claim, loss));
                award.reason = reason;
                claim.awards.add(award);
                drools.insert(award);
                drools.delete(loss);
            }));
    }

    static KieBase make() {
        Predicate1<Claim> any = claim -> true;
        Amount none = (claim, loss) -> Claim.ZERO;
        Amount value = (claim, loss) -> loss.value;
        Amount byShare = (claim, loss) -> percent(loss.value, claim.share);
        return KieBaseBuilder.createKieBaseFromModel(new ModelImpl()
            .addRule(judging("wrong-item-reship", 90, any, loss -> loss.is("wrong-item") && loss.reship, "in-kind",
                (claim, loss) -> percent(loss.value, loss.penaltyPercent), value,
                "wrong item reshipped in kind, contract penalty in cash"))
            .addRule(judging("wrong-item-deduct", 90, any, loss -> loss.is("wrong-item") && !loss.reship, "paid",
                (claim, loss) -> loss.value.add(percent(loss.value, loss.penaltyPercent)), none,
                "price of wrong item deducted plus contract penalty"))
            .addRule(judging("purpose-not-stated", 80, any, loss -> loss.is("consequential") && !loss.purposeStated,
                "denied", none, none, "purpose of goods not stated in contract"))
            .addRule(judging("no-share", 70, claim -> claim.share.signum() == 0, loss -> true, "denied", none, none,
                "carrier bears no share of the cause"))
            .addRule(judging("repair-above-value", 60, any,
                loss -> loss.is("damage-repairable") && loss.repairCost.compareTo(loss.value) > 0, "paid", byShare,
                none, "repair costs more than the goods: value x carrier share"))
            .addRule(judging("repair", 50, any, loss -> loss.is("damage-repairable"), "paid",
                (claim, loss) -> percent(loss.repairCost, claim.share), none, "repair cost x carrier share"))
            .addRule(judging("destroyed-in-kind", 50, any, loss -> loss.is("damage-destroyed") && loss.reship,
                "in-kind", none, byShare, "destroyed goods reshipped in kind x carrier share"))
            .addRule(judging("destroyed-cash", 50, any, loss -> loss.is("damage-destroyed") && !loss.reship,
                "paid", byShare, none, "value of destroyed goods x carrier share"))
            .addRule(judging("delay-capped", 60, any, loss -> loss.is("delay") && loss.days > 40, "paid",
                (claim, loss) -> percent(percent(loss.value, new BigDecimal(20)), claim.share), none,
                "daily penalty capped at 20% of value x carrier share"))
            .addRule(judging("delay", 50, any, loss -> loss.is("delay"), "paid",
                (claim, loss) -> percent(percent(loss.value, new BigDecimal("0.5")), claim.share)
                    .multiply(new BigDecimal(loss.days)),
                none, "daily penalty 0.5% of value x carrier share"))
            .addRule(judging("consequential", 50, any, loss -> loss.is("consequential"), "paid", byShare, none,
                "purpose stated in contract: claimed loss x carrier share"))
            .addRule(rule("add-up").attribute(Rule.Attribute.SALIENCE, -10).build(
                pattern(CLAIM), not(pattern(TOTALS)),
                on(CLAIM).execute((Drools drools, Claim claim) -> {
                    Claim.Totals totals = new Claim.Totals();
                    totals.cash = Claim.ZERO;
                    for (Claim.Award award : claim.awards) totals.cash = totals.cash.add(award.cash);
                    totals.limit = claim.freight.multiply(new BigDecimal(3));
                    totals.capped = totals.cash.compareTo(totals.limit) > 0;
                    claim.capped = totals.capped;
                    drools.insert(totals);
                })))
            .addRule(rule("cap").attribute(Rule.Attribute.SALIENCE, -20).build(
                pattern(TOTALS).expr("above", totals -> totals.capped),
                pattern(AWARD).expr("cash", award -> award.cash.signum() > 0),
                on(TOTALS, AWARD).execute((totals, award) ->
                    award.cash = award.cash.multiply(totals.limit).divide(totals.cash, 2, RoundingMode.HALF_UP)))));
    }

    private PortfolioRules() {}
}
