package dev.cadastre.cli;

import dev.cadastre.api.HostSummary;
import dev.cadastre.api.InstalledPackage;
import dev.cadastre.api.Lifecycle;
import dev.cadastre.api.Outcome;
import java.time.Instant;
import java.util.List;

/** Answers that several tests use. */
final class Samples {

    static final Instant SINCE = Instant.parse("2026-11-20T08:00:00Z");

    private Samples() {}

    static HostSummary host(String name) {
        return host(name, "Debian GNU/Linux 12");
    }

    static HostSummary host(String name, String os) {
        return new HostSummary(
                "id-" + name,
                name,
                "qa",
                List.of("web"),
                "ops@" + name + ":22",
                os,
                "6.1.0",
                new Outcome(Outcome.Kind.COLLECTED, SINCE, null, null, SINCE),
                SINCE,
                false,
                412,
                Lifecycle.LIVE);
    }

    static HostSummary unreachable(String name) {
        return new HostSummary(
                "id-" + name,
                name,
                "qa",
                List.of(),
                "ops@" + name + ":22",
                null,
                null,
                new Outcome(
                        Outcome.Kind.UNREACHABLE,
                        SINCE,
                        "Connection refused.",
                        "Start sshd on " + name + ".",
                        SINCE),
                SINCE,
                true,
                0,
                Lifecycle.LIVE);
    }

    static InstalledPackage installed(String name, String version) {
        return new InstalledPackage(
                name,
                version,
                "amd64",
                "deb",
                "pkg:deb/debian/" + name + "@" + version,
                null,
                "Debian",
                null,
                SINCE);
    }
}
