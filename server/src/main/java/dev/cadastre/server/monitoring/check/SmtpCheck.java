package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Greets a mail server, hears what it offers, and leaves. */
final class SmtpCheck implements Look {

    private static final int STANDARD_PORT = 25;

    private static final Setting<Integer> PORT = Common.port(STANDARD_PORT);
    private static final Setting<String> NAME =
            Setting.defaulted(
                    "ehlo",
                    SettingTypes.HOST,
                    "the name by which the check introduces itself",
                    "localhost",
                    "monitor.example.com");
    private static final Setting<Boolean> STARTTLS =
            Setting.defaulted(
                    "starttls", SettingTypes.YES_NO, "whether it must offer STARTTLS", "no", "yes");
    private static final Setting<List<String>> AUTH =
            Setting.optional(
                    "auth",
                    SettingTypes.LINES,
                    "ways to sign in that it must all offer, one on each line",
                    "PLAIN");
    private static final Setting<SafePattern> GREETING =
            Setting.optional(
                    "greeting",
                    SettingTypes.PATTERN,
                    "a regular expression that its greeting must match somewhere",
                    "mail\\.example\\.com");

    static final Recipe RECIPE =
            Recipe.of(
                    List.of(
                            Common.HOST,
                            PORT,
                            Common.FAMILY,
                            NAME,
                            STARTTLS,
                            AUTH,
                            GREETING,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    SmtpCheck::new);

    private final String host;
    private final int port;
    private final Family family;
    private final String name;
    private final boolean starttls;
    private final List<String> mechanisms;
    private final Optional<SafePattern> pattern;
    private final Thresholds time;
    private final Reach reach;

    private SmtpCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.name = values.get(NAME);
        this.starttls = values.get(STARTTLS);
        this.mechanisms = values.find(AUTH).orElse(List.of());
        this.pattern = values.find(GREETING);
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place = reach.find(host, family, port, course);
        try (Talk talk = new Talk(reach.connect(place, course), course)) {
            Findings findings = new Findings();
            SmtpReply greeting = SmtpReply.read(talk, "its greeting").require(220);
            talk.send("EHLO " + name);
            SmtpReply offers = SmtpReply.read(talk, "what it offers").require(250);
            judge(greeting, offers, findings, course);
            findings.time(course.taken(), time);
            talk.send("QUIT");
            return findings.result(
                    CheckKind.SMTP, place + " greets with " + Shown.quoted(greeting.first()));
        }
    }

    private void judge(SmtpReply greeting, SmtpReply offers, Findings findings, Course course)
            throws CheckFailure {
        if (pattern.isPresent() && !pattern.get().find(greeting.first(), course)) {
            findings.critical(
                    "its greeting "
                            + Shown.quoted(greeting.first())
                            + " does not match "
                            + pattern.get());
        }
        if (starttls && !offers.offers("STARTTLS")) {
            findings.critical("STARTTLS is not offered");
        }
        List<String> missing =
                mechanisms.stream().filter(wanted -> !offers.offersAuth(wanted)).toList();
        if (!missing.isEmpty()) {
            findings.critical("signing in by " + String.join(", ", missing) + " is not offered");
        }
    }
}
