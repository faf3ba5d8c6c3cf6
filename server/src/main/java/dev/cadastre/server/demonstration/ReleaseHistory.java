package dev.cadastre.server.demonstration;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.Amount;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunSettings.Order;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.server.demonstration.InventedRun.Asked;
import dev.cadastre.server.demonstration.Release.Trouble;
import java.time.Duration;
import java.util.List;

/**
 * What the invented organisation released in its past, the oldest first. What came to its end on
 * any host is the version that {@link Rollouts} tells, too: which of both tells the map first is
 * not known.
 */
final class ReleaseHistory {

    private static final List<String> LAST = List.of("4.0.7", "4.1.3", Rollouts.VERSION);
    private static final List<String> NEXT = List.of("4.1.3", Rollouts.VERSION, "4.3.0");

    private static final String ANNA = "anna@laptop";
    private static final String BOB = "bob@workstation";
    private static final String CARLA = "carla@laptop";

    private static final RunSettings BY_QUARTERS =
            RunSettings.USUAL.with(new Strategy.Serial(new Amount(25, true)));
    private static final RunSettings CANARY =
            RunSettings.USUAL.with(new Strategy.Canary(new Amount(1, false), Strategy.Gate.PAUSE));
    private static final RunSettings STEP_FIRST = RunSettings.USUAL.with(Order.STEP_FIRST);

    static final List<Release> ALL =
            List.of(
                    plain(12, "shop", "dev", ANNA, "release 4.2", RunSettings.USUAL),
                    plain(15, "shop", "qa", ANNA, "release 4.2", BY_QUARTERS),
                    plain(18, "billing", "qa", CARLA, "release 4.2", BY_QUARTERS),
                    new Release(
                            20,
                            Duration.ofMinutes(95),
                            "shop",
                            LAST,
                            "prod",
                            ANNA,
                            "release 4.2, as agreed with the shop’s team",
                            CANARY,
                            List.of(),
                            List.of(
                                    new Asked(
                                            Duration.ofMinutes(12),
                                            ANNA,
                                            new RunRequest.Resume(null)))),
                    new Release(
                            24,
                            Duration.ofMinutes(70),
                            "billing",
                            LAST,
                            "prod",
                            CARLA,
                            "release 4.2",
                            BY_QUARTERS,
                            List.of(lost("program", 6)),
                            List.of(
                                    new Asked(Duration.ofMinutes(9), CARLA, new RunRequest.Retry()),
                                    new Asked(
                                            Duration.ofMinutes(15),
                                            CARLA,
                                            new RunRequest.Resume(null)))),
                    undone(),
                    failed(),
                    stopped(),
                    waiting());

    private ReleaseHistory() {}

    private static Release plain(
            int day,
            String application,
            String environment,
            String who,
            String why,
            RunSettings how) {
        return new Release(
                day,
                Duration.ofMinutes(80),
                application,
                LAST,
                environment,
                who,
                why,
                how,
                List.of(),
                List.of());
    }

    /** A test keeps it from going further, and it is taken back. */
    private static Release undone() {
        return new Release(
                26,
                Duration.ofMinutes(110),
                "search",
                NEXT,
                "qa",
                BOB,
                "try 4.3 with the new index",
                BY_QUARTERS,
                List.of(slow(2), slow(3)),
                List.of(new Asked(Duration.ofMinutes(25), BOB, new RunRequest.Undo())));
    }

    private static Release failed() {
        return new Release(
                28,
                Duration.ofMinutes(50),
                "search",
                NEXT,
                "dev",
                BOB,
                "4.3 with a smaller index",
                STEP_FIRST,
                List.of(slow(4)),
                List.of());
    }

    /** One host is too full, one goes away, and somebody halts it when other work comes up. */
    private static Release stopped() {
        return new Release(
                29,
                Duration.ofMinutes(35),
                "shop",
                NEXT,
                "prod",
                ANNA,
                "release 4.3",
                STEP_FIRST.allowing(3).atOnce(6),
                List.of(full(7), lost("settings", 15)),
                List.of(new Asked(Duration.ofSeconds(146), CARLA, new RunRequest.Halt())));
    }

    /** The first host has it, and somebody is to look at that. */
    private static Release waiting() {
        return new Release(
                Past.DAYS,
                Duration.ofMinutes(14),
                "billing",
                NEXT,
                "prod",
                CARLA,
                "release 4.3, which the tax office asks for",
                CANARY,
                List.of(),
                List.of());
    }

    private static Trouble slow(int host) {
        return new Trouble(
                "test",
                host,
                Status.FAILED,
                "test-failed",
                "1 of 12 checks failed: the slowest page took 2,310 ms, and 500 ms are allowed",
                """
                CRITICAL: search 4.3.0 is slow
                ok 1..11 pages answer 200
                not ok 12 the slowest page took 2310 ms, /find?q=lamp
                """,
                11);
    }

    private static Trouble full(int host) {
        return new Trouble(
                "program",
                host,
                Status.FAILED,
                "command-failed",
                "tar: bin/shop.jar: Cannot write: No space left on device",
                "tar: bin/shop.jar: Cannot write: No space left on device\n",
                4);
    }

    private static Trouble lost(String job, int host) {
        return new Trouble(
                job,
                host,
                Status.ERROR,
                "out-of-reach",
                "the host was lost: the connection was closed; whether it took effect is looked at"
                        + " when the run is resumed",
                "",
                31);
    }
}
