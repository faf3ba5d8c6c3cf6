package dev.cadastre.server.alerting.received;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.monitoring.MonitorState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Understands alerts as they were sent, or says all that is wrong with them. Pure. */
final class AlertReader {

    static final int MOST = 1_000;

    private static final int MOST_LABELS = 64;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 1_024;
    private static final int LONGEST_ANNOTATION = 4_096;
    private static final int LONGEST_OUTPUT = 1_000;

    private static final Set<String> CRITICAL =
            Set.of("critical", "error", "page", "emergency", "fatal", "high", "major", "disaster");

    /** What is sent all the time, to see that sending works. */
    private static final String NONE = "none";

    /** Where an alert says what it is, the best first. */
    private static final List<String> SAYING = List.of("summary", "message", "description");

    private final Duration resolveTimeout;
    private final Instant now;

    AlertReader(Duration resolveTimeout, Instant now) {
        this.resolveTimeout = resolveTimeout;
        this.now = now;
    }

    /** All that is wrong with them; empty if nothing is. */
    List<AlertingProblem> problems(List<SentAlert> sent) {
        List<AlertingProblem> problems = new ArrayList<>();
        if (sent.size() > MOST) {
            problems.add(
                    problem(
                            "alert.too-many",
                            "",
                            "There are %,d alerts, more than %,d.".formatted(sent.size(), MOST),
                            "Send them in several requests."));
        }
        for (int i = 0; i < sent.size() && problems.size() < MOST_LABELS; i++) {
            problems(sent.get(i), Integer.toString(i), problems);
        }
        return problems;
    }

    private void problems(SentAlert alert, String place, List<AlertingProblem> problems) {
        Map<String, String> labels = labels(alert);
        if (labels.isEmpty()) {
            problems.add(wrong(place + ".labels", "It has no labels."));
        } else if (labels.size() > MOST_LABELS || alert.annotations().size() > MOST_LABELS) {
            problems.add(
                    wrong(
                            place + ".labels",
                            "It has more than %d labels or annotations.".formatted(MOST_LABELS)));
        }
        labels.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
                problems.add(
                        wrong(
                                place + ".labels",
                                "The label %s is longer than %d characters, or its value than %,d."
                                        .formatted(
                                                shortened(name, 40), LONGEST_NAME, LONGEST_VALUE)));
            }
        });
        if (moment(alert.endsAt())
                .filter(ends -> ends.isBefore(moment(alert.startsAt()).orElse(Instant.MIN)))
                .isPresent()) {
            problems.add(wrong(place + ".endsAt", "It ends before it starts."));
        }
    }

    private static AlertingProblem wrong(String place, String message) {
        return problem("alert.wrong", place, message, "Correct it; nothing was taken.");
    }

    private static AlertingProblem problem(
            String code, String place, String message, String remedy) {
        return new AlertingProblem(code, place, message, remedy);
    }

    /** Whether there is anything to be done about an alert. */
    static boolean isToBeTaken(SentAlert alert) {
        return !NONE.equalsIgnoreCase(alert.labels().get("severity"));
    }

    /** What it is, without where. */
    Alert read(SentAlert sent, String asset, String environment) {
        SortedMap<String, String> labels = labels(sent);
        Map<String, String> annotations = new TreeMap<>();
        sent.annotations()
                .forEach((name, value) ->
                        annotations.put(
                                shortened(plain(name), LONGEST_NAME),
                                shortened(plain(value), LONGEST_ANNOTATION)));
        String name =
                Objects.requireNonNullElse(
                        labels.get("alertname"), labels.values().iterator().next());
        return new Alert(
                fingerprint(labels),
                labels,
                annotations,
                shortened(name, LONGEST_NAME),
                asset,
                environment,
                state(labels.get("severity")),
                output(annotations).orElse(name),
                sent.source() == null ? null : shortened(plain(sent.source()), LONGEST_VALUE),
                moment(sent.startsAt()).filter(begins -> begins.isBefore(now)).orElse(now),
                moment(sent.endsAt()).orElse(now.plus(resolveTimeout)),
                null,
                false);
    }

    /** As Alertmanager does, labels without a value count as none. */
    private static SortedMap<String, String> labels(SentAlert alert) {
        SortedMap<String, String> labels = new TreeMap<>();
        alert.labels()
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        labels.put(plain(name), plain(value));
                    }
                });
        return labels;
    }

    /** Programs in Go send the year 1 for what they do not say. */
    private static Optional<Instant> moment(@Nullable Instant sent) {
        return Optional.ofNullable(sent).filter(one -> one.isAfter(Instant.EPOCH));
    }

    private static MonitorState state(@Nullable String severity) {
        return severity != null && CRITICAL.contains(severity.toLowerCase(Locale.ROOT))
                ? MonitorState.CRITICAL
                : MonitorState.WARNING;
    }

    private static Optional<String> output(Map<String, String> annotations) {
        return SAYING.stream()
                .flatMap(name -> Optional.ofNullable(annotations.get(name)).stream())
                .flatMap(text -> text.lines().filter(line -> !line.isBlank()).limit(1))
                .map(line -> shortened(line.strip(), LONGEST_OUTPUT))
                .findFirst();
    }

    private static String fingerprint(SortedMap<String, String> labels) {
        MessageDigest digest = sha256();
        labels.forEach((name, value) -> {
            digest.update(name.getBytes(UTF_8));
            digest.update((byte) 0);
            digest.update(value.getBytes(UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String plain(String text) {
        return text.replace('\0', ' ');
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
