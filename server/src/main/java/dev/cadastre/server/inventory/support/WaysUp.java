package dev.cadastre.server.inventory.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what could take the place of what is no longer supported, or soon will not be. */
final class WaysUp {

    /** The nearest first, and of equally near ones the one that lasts longest. */
    private static final Comparator<WayUp> ORDER =
            Comparator.comparing(WayUp::kind)
                    .thenComparing(
                            way -> way.judgement().days(),
                            Comparator.nullsFirst(Comparator.<Long>reverseOrder()))
                    .thenComparing(way -> way.judgement().cycle(), Cycles.ORDER.reversed())
                    .thenComparing(WayUp::hosts, Comparator.reverseOrder());

    private final List<SupportItem> onHost;
    private final List<SupportTable.Alike> alike;
    private final List<OfferedVersion> offered;
    private final Judge judge;

    /**
     * Ways for the items of a host.
     *
     * @param onHost all that this host has
     * @param alike the runtimes of hosts of its kind, those that most have first
     * @param offered what its repositories offer
     */
    WaysUp(
            List<SupportItem> onHost,
            List<SupportTable.Alike> alike,
            List<OfferedVersion> offered,
            Judge judge) {
        this.onHost = onHost;
        this.alike = alike;
        this.offered = offered;
        this.judge = judge;
    }

    static boolean isWanted(SupportItem item) {
        return isWanted(item.judgement());
    }

    static boolean isWanted(SupportJudgement judgement) {
        return switch (judgement.status()) {
            case ENDED, ENDING -> true;
            case SUPPORTED, UNKNOWN -> false;
        };
    }

    List<WayUp> of(SupportItem item) {
        List<WayUp> ways =
                new ArrayList<>(
                        switch (item.kind()) {
                            case SYSTEM -> newerSystems(item);
                            case RUNTIME -> parallel(item);
                            case PACKAGE -> beside(item);
                        });
        ways.addAll(inRepositories(item));
        ways.sort(ORDER);
        return ways;
    }

    private List<WayUp> newerSystems(SupportItem item) {
        SupportJudgement present = item.judgement();
        return judge.facts().newer(present.product(), present.cycle(), judge.today()).stream()
                .map(judge::of)
                .filter(newer -> lastsLonger(newer, present))
                .map(newer ->
                        new WayUp(WayUp.Kind.NEWER_SYSTEM, newer.cycle(), null, null, 0, newer))
                .toList();
    }

    private List<WayUp> beside(SupportItem item) {
        return onHost.stream()
                .filter(other -> isWay(other.judgement(), item.judgement()))
                .map(other ->
                        new WayUp(
                                WayUp.Kind.ON_THIS_HOST,
                                other.version(),
                                other.path(),
                                null,
                                1,
                                other.judgement()))
                .toList();
    }

    /** Of hosts of its kind, the most common of each line that this host lacks. */
    private List<WayUp> parallel(SupportItem item) {
        List<WayUp> ways = new ArrayList<>(beside(item));
        Map<String, WayUp> elsewhere = new TreeMap<>(Cycles.ORDER);
        for (SupportTable.Alike other : alike) {
            if (other.kind().equals(item.name())) {
                SupportJudgement judgement = judge.of(item.judgement().product(), other.version());
                if (isWay(judgement, item.judgement()) && !has(ways, judgement)) {
                    elsewhere.putIfAbsent(judgement.cycle(), way(other, judgement));
                }
            }
        }
        ways.addAll(elsewhere.values());
        return ways;
    }

    /** The newest of each line that this host lacks. */
    private Collection<WayUp> inRepositories(SupportItem item) {
        List<WayUp> present = beside(item);
        Map<String, OfferedVersion> newest = new TreeMap<>(Cycles.ORDER);
        offered.stream()
                .filter(each -> isWay(each.judgement(), item.judgement()))
                .filter(each -> !has(present, each.judgement()))
                .forEach(each ->
                        newest.merge(
                                each.judgement().cycle(),
                                each,
                                (a, b) -> OfferedVersion.ORDER.compare(a, b) >= 0 ? a : b));
        return newest.values().stream().map(WayUp::offered).toList();
    }

    private static WayUp way(SupportTable.Alike other, SupportJudgement judgement) {
        return new WayUp(
                WayUp.Kind.ON_ITS_KIND,
                other.version(),
                other.path(),
                other.example(),
                other.hosts(),
                judgement);
    }

    private static boolean has(List<WayUp> ways, SupportJudgement judgement) {
        return ways.stream().anyMatch(way -> way.judgement().cycle().equals(judgement.cycle()));
    }

    private static boolean isWay(SupportJudgement other, SupportJudgement present) {
        return other.product().equals(present.product())
                && Cycles.ORDER.compare(other.cycle(), present.cycle()) > 0
                && lastsLonger(other, present);
    }

    private static boolean lastsLonger(SupportJudgement other, SupportJudgement present) {
        return switch (other.status()) {
            case ENDED, UNKNOWN -> false;
            case ENDING, SUPPORTED -> isLater(ends(other), ends(present));
        };
    }

    /** No end is later than any. */
    private static boolean isLater(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && a.isAfter(b));
    }

    private static @Nullable LocalDate ends(SupportJudgement judgement) {
        SupportFact fact = judgement.fact();
        return fact == null ? null : fact.ends();
    }
}
