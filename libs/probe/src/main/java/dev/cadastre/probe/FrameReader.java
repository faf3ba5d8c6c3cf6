package dev.cadastre.probe;

import dev.cadastre.probe.Parsed.Cause;
import dev.cadastre.probe.Parsed.Garbled;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a report's frames apart; what is in them is for {@link ReportAssembler}. */
final class FrameReader {

    static final int FORMAT = 1;
    private static final String BEGIN = "@cadastre-report ";

    /** How much a login shell may say before the probe does. */
    private static final int NOISE_BYTES = 64 << 10;

    /** What a line and a source take in memory beside their text. */
    private static final int LINE_BYTES = 64;

    private static final int SOURCE_BYTES = 256;

    /** A file's name has at most 255 bytes. */
    private static final int LONGEST_SECTION_NAME = 300;

    private static final long LATEST_SECOND = 253_402_300_799L;

    private final HostLines lines;
    private final ReportLimits limits;
    private final UnderstoodLines understood;
    private final List<ReceivedSection> sections = new ArrayList<>();
    private final Set<Section> begun = new HashSet<>();
    private SectionText.@Nullable Collector open;
    private boolean cut;
    private long kept;

    FrameReader(InputStream in, ReportLimits limits, UnderstoodLines understood) {
        this.lines = new HostLines(in, limits);
        this.limits = limits;
        this.understood = understood;
    }

    Parsed read() throws IOException {
        HostLine begin = begin();
        if (begin == null) {
            return garbled(
                    Cause.NOT_A_REPORT,
                    "The host sent something that is not a report; look at what the probe's command"
                            + " prints there");
        }
        String[] words = begin.text().split(" ", 4);
        if (!words[1].equals(Integer.toString(FORMAT))) {
            return garbled(
                    Cause.UNKNOWN_FORMAT,
                    "The report has format '"
                            + words[1]
                            + "' and this version reads "
                            + FORMAT
                            + "; use the probe that belongs to it");
        }
        OptionalLong second = Numbers.whole(words.length < 3 ? null : words[2]);
        if (second.isEmpty() || second.getAsLong() > LATEST_SECOND) {
            return garbled(Cause.BROKEN_FRAME, "The report does not begin with the host's time");
        }
        return body(Instant.ofEpochSecond(second.getAsLong()));
    }

    private @Nullable HostLine begin() throws IOException {
        HostLine line = lines.next();
        while (line != null && !line.text().startsWith(BEGIN)) {
            line = lines.bytes() > NOISE_BYTES ? null : lines.next();
        }
        return line;
    }

    private Parsed body(Instant hostTime) throws IOException {
        for (HostLine line = lines.next(); line != null; line = lines.next()) {
            if (tooMuch()) {
                return garbled(
                        Cause.TOO_LARGE,
                        "The report is larger than "
                                + limits.reportBytes()
                                + " bytes; see which section of it is out of hand");
            }
            if (line.text().equals("@end")) {
                return open == null
                        ? ReportAssembler.assembled(FORMAT, hostTime, sections, limits, understood)
                        : garbled(Cause.BROKEN_FRAME, "The report ends inside a section");
            }
            Garbled garbled = frame(line);
            if (garbled != null) {
                return garbled;
            }
        }
        return garbled(
                Cause.CUT_OFF,
                "The report ends before its end marker: the connection or the probe broke off;"
                        + " collect again");
    }

    private boolean tooMuch() {
        return lines.bytes() + kept > limits.reportBytes();
    }

    private @Nullable Garbled frame(HostLine line) {
        if (line.text().isEmpty()) {
            return null;
        }
        return switch (line.text().charAt(0)) {
            case '|' -> text(line);
            case '+' -> source(line);
            case '@' -> control(line.text());
            default -> garbled(Cause.BROKEN_FRAME, "A line of the report has no mark");
        };
    }

    private @Nullable Garbled text(HostLine line) {
        if (open == null) {
            return garbled(Cause.BROKEN_FRAME, "There is text outside of any section");
        }
        cut |= line.cut();
        kept += LINE_BYTES;
        open.line(line.text().substring(1));
        return null;
    }

    private @Nullable Garbled source(HostLine line) {
        if (open == null) {
            return garbled(Cause.BROKEN_FRAME, "A source is named outside of any section");
        }
        kept += SOURCE_BYTES;
        cut |= !open.source(line.text().substring(1));
        return null;
    }

    private @Nullable Garbled control(String line) {
        if (line.startsWith("@section ")) {
            return begun(line.substring("@section ".length()));
        }
        if (line.startsWith("@done ")) {
            return done(line.split(" ", 6));
        }
        return garbled(Cause.BROKEN_FRAME, "The report has a marker that no probe prints");
    }

    private @Nullable Garbled begun(String name) {
        Optional<Section> section =
                name.length() > LONGEST_SECTION_NAME ? Optional.empty() : Section.named(name);
        if (section.isEmpty()) {
            return garbled(Cause.BROKEN_FRAME, "The report has a section that no probe prints");
        }
        if (open != null || !begun.add(section.get())) {
            return garbled(Cause.BROKEN_FRAME, "A section begins twice, or inside another one");
        }
        if (begun.size() > limits.sections()) {
            return garbled(
                    Cause.TOO_LARGE,
                    "The report has more than "
                            + limits.sections()
                            + " sections; remove some plug-ins");
        }
        open = new SectionText.Collector(section.get());
        cut = false;
        return null;
    }

    private @Nullable Garbled done(String[] words) {
        SectionText.Collector collector = open;
        if (collector == null) {
            // What was stopped between two sections has nothing to say about either.
            return null;
        }
        Optional<SectionOutcome.Status> status = status(words[1]);
        OptionalInt centiseconds =
                Numbers.upTo(Integer.MAX_VALUE, words.length < 3 ? null : words[2]);
        OptionalInt code = Numbers.upTo(Integer.MAX_VALUE, words.length < 4 ? null : words[3]);
        String stamp = stamp(collector.section().kind(), words);
        if (status.isEmpty()
                || centiseconds.isEmpty()
                || code.isEmpty()
                || (status.get() == SectionOutcome.Status.UNCHANGED && stamp == null)) {
            return garbled(Cause.BROKEN_FRAME, "A section's end marker is not understood");
        }
        if (status.get() == SectionOutcome.Status.TIMED_OUT) {
            collector.dropLastLine();
        }
        sections.add(
                new ReceivedSection(
                        collector.collected(),
                        cut && status.get().complete()
                                ? SectionOutcome.Status.TRUNCATED
                                : status.get(),
                        code.getAsInt(),
                        Duration.ofMillis(10L * centiseconds.getAsInt()),
                        stamp));
        open = null;
        return null;
    }

    private static @Nullable String stamp(Section.Kind kind, String[] words) {
        return kind.stamped() && words.length > 4 && SectionOutcome.isStamp(words[4])
                ? words[4]
                : null;
    }

    private static Optional<SectionOutcome.Status> status(String word) {
        return switch (word) {
            case "ok" -> Optional.of(SectionOutcome.Status.COLLECTED);
            case "unchanged" -> Optional.of(SectionOutcome.Status.UNCHANGED);
            case "absent" -> Optional.of(SectionOutcome.Status.ABSENT);
            case "failed" -> Optional.of(SectionOutcome.Status.FAILED);
            case "timeout" -> Optional.of(SectionOutcome.Status.TIMED_OUT);
            case "truncated" -> Optional.of(SectionOutcome.Status.TRUNCATED);
            default -> Optional.empty();
        };
    }

    private Garbled garbled(Cause cause, String reason) {
        return new Garbled(cause, reason, Math.max(1, lines.number()));
    }
}
