package dev.cadastre.server.alerting.message;

import dev.cadastre.server.alerting.Affected;
import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.topology.AssetOwner;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Incidents to tell of in tests. */
public final class Stories {

    /** When they opened. */
    public static final Instant OPENED = Instant.parse("2100-01-01T09:16:00Z");

    private Stories() {}

    /** One that is open. */
    public static Incident incident(long id, String owner) {
        return incident(id, owner, IncidentState.OPEN);
    }

    /** One in that state. */
    public static Incident incident(long id, String owner, IncidentState state) {
        return new Incident(
                id,
                "service:5432-tcp@db1",
                "postgresql on db1 is CRITICAL",
                "prod",
                state,
                MonitorState.CRITICAL,
                OPENED,
                null,
                null,
                state == IncidentState.RESOLVED ? OPENED.plusSeconds(3_900) : null,
                null,
                null,
                owner,
                1,
                2_000);
    }

    /** What is known of it, with what a host may say in every place. */
    public static IncidentStory story(Incident incident, String said) {
        return new IncidentStory(
                incident,
                List.of(
                        new Failure(
                                "monitor:17",
                                17L,
                                "postgresql",
                                incident.cause(),
                                "prod",
                                MonitorState.CRITICAL,
                                "connection refused " + said,
                                OPENED,
                                null,
                                null)),
                new Affected(12, 2_000, List.of("shop" + said), List.of("payments")),
                List.of(
                        new EarlierChange(
                                4711,
                                OPENED.minusSeconds(240),
                                "host:db1",
                                "packages.changed",
                                "libssl3 3.0.1 became 3.0.2 " + said,
                                "run:42",
                                1,
                                List.of(incident.cause(), "host:db1"),
                                true)),
                new AssetOwner(
                        "data",
                        Map.of("phone", "+49 1", "webhook", "https://secret.example/x"),
                        "The estate names it for host:db1.",
                        null),
                List.of());
    }
}
