package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the greeting of an SSH server, and greets back; nobody signs in. */
final class SshCheck implements Look {

    private static final int STANDARD_PORT = 22;
    private static final int MOST_LINES_BEFORE = 50;
    private static final String OURS = "SSH-2.0-Cadastre";

    private static final Setting<Integer> PORT = Common.port(STANDARD_PORT);
    private static final Setting<SafePattern> VERSION =
            Setting.optional(
                    "version",
                    SettingTypes.PATTERN,
                    "a regular expression that the software's version must match somewhere",
                    "OpenSSH_(9|10)");

    static final Recipe RECIPE =
            Recipe.of(
                    List.of(
                            Common.HOST,
                            PORT,
                            Common.FAMILY,
                            VERSION,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    SshCheck::new);

    private final String host;
    private final int port;
    private final Family family;
    private final Optional<SafePattern> version;
    private final Thresholds time;
    private final Reach reach;

    private SshCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.version = values.find(VERSION);
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place = reach.find(host, family, port, course);
        try (Talk talk = new Talk(reach.connect(place, course), course)) {
            SshGreeting greeting = SshGreeting.parse(greeting(talk));
            talk.send(OURS);
            Findings findings = new Findings();
            if (!greeting.isCurrent()) {
                findings.critical("it speaks only SSH " + greeting.protocol());
            }
            if (version.isPresent() && !version.get().find(greeting.software(), course)) {
                findings.critical(
                        "the version " + greeting.software() + " does not match " + version.get());
            }
            findings.time(course.taken(), time);
            return findings.result(
                    CheckKind.SSH, greeting.software() + ", SSH " + greeting.protocol());
        }
    }

    /** Servers may send other lines first (RFC 4253, section 4.2). */
    private static String greeting(Talk talk) throws IOException {
        for (int i = 0; i < MOST_LINES_BEFORE; i++) {
            String line = talk.line("its greeting");
            if (line.startsWith("SSH-")) {
                return line;
            }
        }
        throw CheckFailure.critical("it is no SSH server", "See what listens there.");
    }
}
