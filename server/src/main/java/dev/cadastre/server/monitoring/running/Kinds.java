package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.check.CheckKind;
import dev.cadastre.server.monitoring.check.Setting;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What each kind of monitors can be told. Pure. */
@NamedInterface("running")
public final class Kinds {

    static final KindSetting FRESHNESS =
            new KindSetting(
                    "freshness",
                    "the longest silence; after it the state is UNKNOWN",
                    null,
                    "30m",
                    false);

    static final KindSetting ARGUMENTS =
            new KindSetting(
                    "arguments",
                    "what the test is called with, divided as a shell does; no shell reads it",
                    null,
                    "--url http://${address}:8080/",
                    false);

    static final KindSetting FORM =
            new KindSetting(
                    "form",
                    "how it tells what it found: nagios (by status 0 to 3) or tap",
                    "nagios",
                    "tap",
                    false);

    static final KindSetting AS =
            new KindSetting(
                    "as",
                    "the account that it is run as, by sudo that asks for no password",
                    null,
                    "root",
                    false);

    /** What a monitor of facts asks. */
    public static final KindSetting BREACH =
            new KindSetting(
                    "breach",
                    "a query that hosts with a problem match",
                    null,
                    "fact.reboot.needed:yes",
                    true);

    /** Which rule a monitor of rules is about. */
    public static final KindSetting RULE =
            new KindSetting("rule", "the name of a rule of the register", null, "no-telnet", true);

    /** How bad it is that the register tells of a problem. */
    public static final KindSetting SEVERITY =
            new KindSetting(
                    "severity",
                    "the state of a host with the problem: warning or critical",
                    "critical",
                    "warning",
                    false);

    private Kinds() {}

    /** The settings of a kind, in the order in which people should read them. */
    public static List<KindSetting> settings(MonitorKind kind) {
        return switch (kind) {
            case PLUGIN, HEARTBEAT -> List.of();
            case TEST -> List.of(ARGUMENTS, FORM, AS);
            case PASSIVE -> List.of(FRESHNESS);
            case FACT -> List.of(BREACH, SEVERITY);
            case RULE -> List.of(RULE, SEVERITY);
            default ->
                    CheckKind.valueOf(kind.name()).settings().stream().map(Kinds::known).toList();
        };
    }

    private static KindSetting known(Setting<?> setting) {
        return new KindSetting(
                setting.name(),
                setting.meaning(),
                setting.byDefault().orElse(null),
                setting.example(),
                setting.isRequired());
    }

    /** What a kind checks, as a phrase. */
    public static String meaning(MonitorKind kind) {
        return switch (kind) {
            case PLUGIN -> "what a Nagios plug-in says, run by the server or on the host";
            case TEST -> "what a test says that is sent to the host and run there";
            case PING -> "whether a host answers an ICMP echo, how often and how fast";
            case TCP -> "whether something accepts connections, and says what it should";
            case HTTP -> "what an HTTP server answers";
            case TLS -> "whose certificate a server has, who vouches for it, and for how long";
            case DNS -> "what a name server answers";
            case SSH -> "which SSH server greets";
            case SMTP -> "what a mail server offers";
            case POSTGRESQL -> "what a PostgreSQL database answers";
            case PROMETHEUS -> "a value that something shows to Prometheus, or one answers";
            case PASSIVE -> "what others tell";
            case HEARTBEAT -> "whether a job calls in at least once in each interval";
            case FACT -> "whether the host matches a query that it should not match";
            case RULE -> "whether the host breaches a rule";
        };
    }
}
