package dev.cadastre.server.web.page;

import dev.cadastre.api.Connection;
import dev.cadastre.api.Daemon;
import dev.cadastre.api.Fact;
import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.Outcome;
import dev.cadastre.api.PackageVersion;
import dev.cadastre.api.SearchHit;
import dev.cadastre.api.SectionSource;
import dev.cadastre.api.Support;
import dev.cadastre.api.SupportItem;
import dev.cadastre.api.TimelineEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the pages say things. Times are written in UTC; the page's script shows them in the reader's
 * zone.
 *
 * @param now the moment to which "2 minutes ago" refers
 */
public record Wording(Instant now) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter INPUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final List<String> BYTE_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_VENDOR = 32;

    /** {@code 2 minutes ago}; times to come read {@code in 2 minutes}. */
    public String ago(Instant at) {
        Duration past = Duration.between(at, now);
        if (past.abs().toSeconds() < 5) {
            return "just now";
        }
        return past.isNegative() ? "in " + span(past.negated()) : span(past) + " ago";
    }

    /** {@code every 5 minutes}. */
    public static String every(Duration interval) {
        return "every " + span(interval);
    }

    private static String span(Duration span) {
        if (span.toSeconds() < 60) {
            return counted(span.toSeconds(), "second");
        }
        if (span.toMinutes() < 60) {
            return counted(span.toMinutes(), "minute");
        }
        if (span.toHours() < 48) {
            return counted(span.toHours(), "hour");
        }
        if (span.toDays() < 21) {
            return counted(span.toDays(), "day");
        }
        return span.toDays() < 120
                ? counted(span.toDays() / 7, "week")
                : counted(span.toDays() / 30, "month");
    }

    /** The whole time with its zone. */
    public String full(Instant at) {
        return FULL.format(at);
    }

    /** The time of day, with the day before it unless that is within the last 24 hours. */
    public String clock(Instant at) {
        boolean recent = Duration.between(at, now).compareTo(DAY) < 0;
        return (recent ? CLOCK : DAY_AND_CLOCK).format(at);
    }

    /** As the value of an input of type {@code datetime-local}, in UTC. */
    public String input(Instant at) {
        return INPUT.format(at);
    }

    /** With a thin space between thousands. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }

    /** {@code 1 host}, {@code 2 hosts}. */
    public static String counted(long count, String noun) {
        return count + " " + noun(count, noun);
    }

    /** The noun alone, in the plural where the count wants it. */
    public static String noun(long count, String noun) {
        return count == 1 ? noun : noun + "s";
    }

    /** A size in the largest unit that leaves at least one before the point. */
    public static String bytes(long bytes) {
        int unit = 0;
        BigDecimal size = BigDecimal.valueOf(bytes);
        BigDecimal step = BigDecimal.valueOf(1024);
        while (size.abs().compareTo(step) >= 0 && unit < BYTE_UNITS.size() - 1) {
            size = size.divide(step);
            unit++;
        }
        return size.setScale(unit == 0 ? 0 : 1, RoundingMode.HALF_UP).toPlainString()
                + " "
                + BYTE_UNITS.get(unit);
    }

    /** A fact's value for people: sizes with a unit, times as times, lists with commas. */
    public String value(Fact fact) {
        return switch (fact.value()) {
            case Number number when Facts.isBytes(fact.name()) -> bytes(number.longValue());
            case String text when Facts.isTime(fact.name()) -> time(text);
            case Boolean yes -> yes ? "yes" : "no";
            case List<?> items ->
                    items.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Object other -> other.toString();
        };
    }

    private String time(String text) {
        try {
            Instant at = Instant.parse(text);
            return full(at) + ", " + ago(at);
        } catch (java.time.format.DateTimeParseException e) {
            return text;
        }
    }

    /** A fact's value exactly as it is kept. */
    public static String exact(Fact fact) {
        return fact.value().toString();
    }

    /** Whether a collection ended in a way that somebody has to look at. */
    public static boolean failing(Outcome outcome) {
        return switch (outcome.kind()) {
            case COLLECTED, PENDING -> false;
            case UNREACHABLE, REFUSED, KEY_CHANGED, TIMED_OUT, GARBLED, SERVER_FAILED -> true;
        };
    }

    /** A day as it is; null if there is none. */
    public static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The day of a moment, in UTC. */
    public String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    /** {@code 720 days more, 3 of 5 advisories gone, for shop}; empty if nothing of it is known. */
    public static String benefit(SupportItem.WayUp way) {
        SupportItem.Benefit benefit = way.benefit();
        List<String> parts = new ArrayList<>();
        if (benefit.days() != null) {
            parts.add(counted(benefit.days(), "day") + " more");
        }
        Integer advisories = benefit.advisories();
        if (advisories != null && advisories > 0) {
            parts.add(
                    "%d of %s gone"
                            .formatted(
                                    benefit.advisoriesGone(),
                                    advisories == 1 ? "1 advisory" : advisories + " advisories"));
        }
        if (!benefit.applications().isEmpty()) {
            parts.add("for " + String.join(", ", benefit.applications()));
        }
        return String.join(", ", parts);
    }

    /** The class of the mark of what is supported or not. */
    public static String mark(Support.Status status) {
        return switch (status) {
            case ENDED -> "crit";
            case ENDING -> "warn";
            case SUPPORTED -> "ok";
            case UNKNOWN -> "unknown";
        };
    }

    /** The class of an outcome's mark. */
    public static String mark(Outcome outcome, boolean stale) {
        if (failing(outcome)) {
            return "crit";
        }
        if (outcome.kind() == Outcome.Kind.PENDING) {
            return "unknown";
        }
        return stale ? "warn" : "ok";
    }

    /** The word beside that mark. */
    public static String word(Outcome outcome, boolean stale) {
        if (stale && outcome.kind() == Outcome.Kind.COLLECTED) {
            return "stale";
        }
        return outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The class of a table row, which marks its left edge; empty for a good state. */
    public static String edge(Outcome outcome, boolean stale) {
        String mark = mark(outcome, stale);
        return mark.equals("crit") || mark.equals("warn") ? "edge-" + mark : "";
    }

    /** The class of a daemon's mark. */
    public static String mark(Daemon.State state) {
        return switch (state) {
            case RUNNING, DONE -> "ok";
            case FAILED -> "crit";
            case STARTING, STOPPING -> "warn";
            default -> "unknown";
        };
    }

    /** A source of what is known, in words. */
    public static String word(SectionSource.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    /** How the collection of a section went, in words. */
    public static String word(SectionSource.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The word beside that mark. */
    public static String word(Daemon.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The class of an event's dot; empty for what is neither good nor bad. */
    public static String mark(TimelineEvent event) {
        if (event.kind().equals("rule.breached")) {
            return switch (String.valueOf(event.detail().get("severity"))) {
                case "CRITICAL" -> "crit";
                case "WARNING" -> "warn";
                default -> "";
            };
        }
        if (event.kind().equals("rule.kept")) {
            return "ok";
        }
        if (event.kind().endsWith(".failed") || event.kind().endsWith("key-changed")) {
            return "crit";
        }
        return event.kind().endsWith(".recovered") ? "ok" : "";
    }

    /** An address and port as one writes them, IPv6 in brackets. */
    public static String endpoint(String address, @Nullable Integer port) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return port == null ? host : host + ":" + port;
    }

    /** Who is at the other end: its service, or that it came to the one here. */
    public static String peer(Connection connection) {
        return switch (connection.direction()) {
            case OUT -> "to " + endpoint(connection.remoteAddress(), connection.servicePort());
            case IN ->
                    "from "
                            + endpoint(connection.remoteAddress(), null)
                            + " to port "
                            + connection.servicePort();
        };
    }

    /** Whose it is on this host: a process, or the account of one that is hidden. */
    public static @Nullable String holder(Connection connection) {
        String process = connection.process();
        String account = connection.account();
        return process != null || account == null ? process : "a process of " + account;
    }

    /** The processes that run on a runtime, {@code java (2), tomcat}. */
    public static String users(InstalledRuntime runtime) {
        return users(runtime.usedBy());
    }

    /** As above. */
    public static String users(List<InstalledRuntime.Use> uses) {
        return uses.stream()
                .map(use -> use.process() + (use.count() > 1 ? " (" + use.count() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    /** A vendor without the mail address that maintainers carry, and no longer than a cell. */
    public static @Nullable String shortVendor(@Nullable String vendor) {
        if (vendor == null) {
            return null;
        }
        int address = vendor.indexOf('<');
        String name = (address > 0 ? vendor.substring(0, address) : vendor).strip();
        return name.length() <= LONGEST_VENDOR ? name : name.substring(0, LONGEST_VENDOR - 1) + "…";
    }

    /** The site that an address is of; a source that is no address stays as it is. */
    public static @Nullable String publisher(@Nullable String source) {
        if (source == null || !source.startsWith("https://")) {
            return source;
        }
        String rest = source.substring("https://".length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** What a hit of the search is, in a word. */
    public static String kind(SearchHit.Kind kind) {
        return kind == SearchHit.Kind.INSTALLED_PACKAGE
                ? "installed"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The processes that use a runtime, {@code gunicorn × 4 of shop.service}. */
    public static String uses(List<InstalledRuntime.Use> uses) {
        return uses.stream()
                .map(use ->
                        use.process()
                                + (use.count() == 1 ? "" : " × " + use.count())
                                + (use.daemon() == null ? "" : " of " + use.daemon()))
                .collect(Collectors.joining(", "));
    }

    /** How many hosts run how many versions, as a sentence. */
    public static String versionsSentence(List<PackageVersion> versions) {
        long hosts = versions.stream().mapToLong(PackageVersion::hosts).sum();
        long different = versions.stream().map(PackageVersion::version).distinct().count();
        return "%s in use, in %s installed."
                .formatted(counted(different, "version"), counted(hosts, "place"));
    }
}
