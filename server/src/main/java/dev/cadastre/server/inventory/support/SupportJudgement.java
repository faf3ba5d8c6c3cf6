package dev.cadastre.server.inventory.support;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Whether a version of a product is supported on a day, and who says so.
 *
 * @param status the answer
 * @param product as endoflife.date calls it
 * @param label the product for people
 * @param cycle the line of releases that the version belongs to; a guess where no fact tells
 * @param days how many days it goes on; negative if it ended; null if no date is known
 * @param fact what it rests on; null if there is none
 */
@NamedInterface("support")
public record SupportJudgement(
        SupportStatus status,
        String product,
        String label,
        String cycle,
        @Nullable Long days,
        @Nullable SupportFact fact) {

    /**
     * Judges a version. The last day of support is a day with support.
     *
     * @param product as endoflife.date calls it
     * @param version as installed
     * @param today the day to judge for
     * @param within an end in at most that many days is {@link SupportStatus#ENDING}
     */
    public static SupportJudgement of(
            String product, String version, LocalDate today, int within, SupportFacts facts) {
        String counted = Products.version(product, version);
        return facts.find(product, counted)
                .map(fact -> of(fact, today, within))
                .orElseGet(() -> unknown(product, counted));
    }

    /** Judges a whole line of releases. */
    public static SupportJudgement of(SupportFact fact, LocalDate today, int within) {
        LocalDate ends = fact.ends();
        Long days = ends == null ? null : (Long) ChronoUnit.DAYS.between(today, ends);
        return new SupportJudgement(
                status(fact, days, within),
                fact.product(),
                Products.label(fact.product()),
                fact.cycle(),
                days,
                fact);
    }

    private static SupportStatus status(SupportFact fact, @Nullable Long days, int within) {
        if (days == null) {
            return fact.ended() ? SupportStatus.ENDED : SupportStatus.SUPPORTED;
        }
        if (days < 0) {
            return SupportStatus.ENDED;
        }
        return days <= within ? SupportStatus.ENDING : SupportStatus.SUPPORTED;
    }

    private static SupportJudgement unknown(String product, String version) {
        String guess =
                Cycles.numbers(version)
                        .map(numbers -> Cycles.candidates(numbers).toList())
                        .map(lines -> lines.get(Math.max(0, lines.size() - 2)))
                        .orElse("unknown");
        return new SupportJudgement(
                SupportStatus.UNKNOWN, product, Products.label(product), guess, null, null);
    }

    /** {@code ended 2025-10-31, 386 days ago}; begins in lower case and ends without a point. */
    public String words() {
        if (fact == null) {
            return "not known: no fact tells of " + label + " " + cycle;
        }
        LocalDate ends = fact.ends();
        if (ends == null || days == null) {
            return fact.ended()
                    ? "ended, the source does not say when"
                    : "supported, no end is set";
        }
        return switch (status) {
            case ENDED -> "ended " + ends + extended();
            case ENDING -> "ends in " + days + (days == 1 ? " day, " : " days, ") + ends;
            case SUPPORTED, UNKNOWN -> "supported until " + ends;
        };
    }

    private String extended() {
        LocalDate extended = fact == null ? null : fact.extendedEnds();
        return extended == null ? "" : "; extended support until " + extended;
    }
}
